package org.dohyo.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The tasks of a conversation, recognised from its prompts alone. The rules are in docs/categories.md. */
public enum Task {

    CODE {
        @Override
        boolean matches(List<String> prompts) {
            return any(prompts, CODE_SIGNS) || any(prompts, CODE_WORDS);
        }
    },
    MATH {
        @Override
        boolean matches(List<String> prompts) {
            return any(prompts, MATH_SIGNS) || any(prompts, MATH_WORDS);
        }
    },
    /** The first prompt has at least 500 tokens. */
    LONG_PROMPT {
        @Override
        boolean matches(List<String> prompts) {
            return prompts.get(0).length() >= LONG_TOKENS && Tokens.count(prompts.get(0)) >= LONG_TOKENS;
        }
    },
    MULTI_TURN {
        @Override
        boolean matches(List<String> prompts) {
            return prompts.size() > 1;
        }
    },
    /** An instruction that names a constraint which an answer can keep or break. */
    INSTRUCTION {
        @Override
        boolean matches(List<String> prompts) {
            return any(prompts, CONSTRAINTS);
        }
    };

    private static final int LONG_TOKENS = 500;
    // The rest is ignored, which bounds the cost of a hostile prompt.
    private static final int MOST = 20_000;

    private static final Pattern CODE_SIGNS = Pattern
            .compile("```|(?m)^\\s*(def \\w+\\(|class \\w+[:({]|#include\\b|import \\w+|"
                    + "public (static |final )?(class|void|int)|fn \\w+\\(|func \\w+\\(|function \\w*\\(|const \\w+ =|let \\w+ =|"
                    + "SELECT .{1,200} FROM |<\\?php|</?(div|html|script|span)\\b)");
    private static final Pattern CODE_WORDS = words(
            "python|javascript|typescript|java|kotlin|golang|c\\+\\+|c#|php|sql|html|css|bash|regex|regexp|json schema|"
                    + "api endpoint|source code|(write|fix|review|explain|this|following|some|the) code|"
                    + "code (that|to|for|in|snippet|review)|coding|debug|refactor|unit tests?|compiler|"
                    + "stack trace|codigo|código|quellcode|programmieren|programmer en|programar",
            "コード|プログラム|プログラミング|関数を(書|作|実装)|正規表現|バグ|デバッグ|スクリプト|代码|编程|函数|脚本|코드|프로그램|함수를");
    private static final Pattern MATH_SIGNS = Pattern
            .compile("\\$[^$\n]{1,200}[\\\\^_=][^$\n]{0,200}\\$|\\\\(frac|int|sum|sqrt|lim)\\b|"
                    + "[∫∑√∂≤≥∞π]|\\b[xyzn]\\s?(\\^|\\*\\*)\\s?\\d|\\d\\s?[+*×÷^]\\s?\\d|\\b\\d*[xyz]\\s?[+\\-]\\s?\\d+\\s?=");
    private static final Pattern MATH_WORDS = words(
            "prove that|theorem|integral|derivative|differential equation|equation|polynomial|matrix|eigenvalues?|"
                    + "probability (of|that)|solve for|square root|prime numbers?|geometry|algebra|calculus|arithmetic|"
                    + "équation|théorème|dérivée|probabilité|gleichung|ableitung|beweise|wahrscheinlichkeit|ecuación|"
                    + "teorema|derivada|probabilidad",
            "方程式|微分|積分|定理|証明(せよ|して|しなさい)|行列|確率|平方根|素数|因数分解|三角関数|数列|方程|积分|微积分|定理|概率|证明|방정식|적분|미분|확률");
    private static final Pattern CONSTRAINTS = words(
            "(at most|at least|exactly|no more than|no fewer than|fewer than|less than|under|within|in) "
                    + "(\\d+|one|two|three|four|five|six|seven|eight|nine|ten) (\\w+ )?"
                    + "(words?|sentences?|lines?|paragraphs?|characters?|bullet points?|bullets|points|items?|steps?|syllables?)|"
                    + "without (using|the word|mentioning)|do not (use|mention|include)|don't (use|mention|include)|"
                    + "(as|in) (a )?(json|table|csv|yaml|bullet points?|markdown)|start(s|ing)? (each|every|with)|"
                    + "end(s|ing)? (each|every|with)|all (upper|lower) ?case|must (not )?(contain|include|start|end|use|be)|"
                    + "(en|in|mit|con) (\\d+|trois|drei|tres) (mots|phrases|lignes|points|worten|wörtern|sätzen|zeilen|punkten|"
                    + "palabras|frases|líneas|puntos)|sans utiliser|ohne das wort|sin usar",
            "\\d+\\s?(文字|字|語|行|文|項目|点|つ|個)(以内|以上|以下|程度|で)|[一二三四五六七八九十]+(文字|字|語|行|文|項目|点|つ|個)(以内|以上|以下|程度|で)|"
                    + "箇条書き|を使わず|使わないで|含めないで|という(語|言葉)を(使|含)|(表|JSON|CSV)(形式)?で(答|示|出力|まと)|必ず.{1,40}(こと|ください)|"
                    + "不要使用|不超过|以内|以表格|用表格|글자 이내|문장으로|표로");

    abstract boolean matches(List<String> prompts);

    /** The tasks of a conversation, recognised from the prompts of its turns; none without a prompt. */
    public static List<Task> of(List<String> prompts) {
        return prompts.isEmpty() ? List.of() : Arrays.stream(values()).filter(task -> task.matches(prompts)).toList();
    }

    /** Its category. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In languages with spaces a word must stand alone; in others it may occur anywhere. */
    private static Pattern words(String parted, String unparted) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(" + parted + ")(?![\\p{L}\\p{N}])|" + unparted,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean any(List<String> prompts, Pattern pattern) {
        return prompts.stream().map(prompt -> prompt.length() <= MOST ? prompt : prompt.substring(0, MOST))
                .anyMatch(prompt -> pattern.matcher(prompt).find());
    }
}
