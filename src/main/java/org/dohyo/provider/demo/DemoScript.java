package org.dohyo.provider.demo;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dohyo.provider.Message;

/** Composes an answer from the last prompt: the same conversation always gives the same text. */
final class DemoScript {

    private static final int TOPIC_LENGTH = 120;
    private static final Pattern SUM = Pattern
            .compile("(?<![\\d.:/+*×-])(\\d{1,9})\\s*([-+*×])\\s*(\\d{1,9})(?![\\d.:/+*×-]*\\d)");
    private static final Pattern NAMES = Pattern
            .compile("(?i)demo|yokozuna|ozeki|sekiwake|komusubi|maegashira|jonokuchi|デモ|横綱|大関|関脇|小結|前頭|序ノ口");
    private static final Pattern JAPANESE = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");

    private DemoScript() {
    }

    static String answer(DemoModel model, List<Message> conversation) {
        String prompt = conversation.isEmpty() ? "" : conversation.get(conversation.size() - 1).content();
        String topic = topic(prompt);
        String text = JAPANESE.matcher(prompt).find() ? japanese(model, topic) : english(model, topic);
        return model.ordinal() <= DemoModel.SEKIWAKE.ordinal() ? sum(prompt) + text : text;
    }

    private static String topic(String prompt) {
        // An answer that quotes a model's name would give a side away, or seem to.
        String line = NAMES.matcher(prompt).replaceAll("…").strip().replaceAll("[\\s`*_#<>\\[\\]]+", " ").strip();
        int length = line.codePointCount(0, line.length());
        return length <= TOPIC_LENGTH ? line : line.substring(0, line.offsetByCodePoints(0, TOPIC_LENGTH)) + "…";
    }

    private static String sum(String prompt) {
        Matcher sum = SUM.matcher(prompt);
        if (!sum.find()) {
            return "";
        }
        long left = Long.parseLong(sum.group(1));
        long right = Long.parseLong(sum.group(3));
        long result = switch (sum.group(2)) {
            case "+" -> left + right;
            case "-" -> left - right;
            default -> left * right;
        };
        return "**" + left + " " + sum.group(2).replace('*', '×') + " " + right + " = " + result + "**\n\n";
    }

    private static String english(DemoModel model, String topic) {
        return switch (model) {
            case YOKOZUNA -> "## " + topic + "\n\nIn short: settle what is asked, then go from the essential to the detail.\n\n"
                    + "### Key points\n\n1. **What it is about** – the words that carry the question: " + topic
                    + "\n2. **Why it matters** – a good answer changes what you do next.\n"
                    + "3. **What to watch** – check each claim against one concrete case.\n\n### Example\n\n"
                    + "Take one small case, try it, and note what differs from what you expected.\n\n"
                    + "### Next step\n\nTell me your goal and your limits, and I can go deeper into any point.";
            case OZEKI -> "**" + topic + "**\n\n- Begin with what is asked and name its parts.\n"
                    + "- Compare each part with a case that you know.\n- Keep what holds, and drop the rest.\n\n"
                    + "For example, one small trial often says more than a long debate.";
            case SEKIWAKE -> "About “" + topic + "”:\n\n- Look at the main parts first.\n- Then look at an example.\n\n"
                    + "That is usually enough to begin with.";
            case KOMUSUBI -> "You ask about “" + topic + "”. There are several sides to it, and it depends on the case.";
            case MAEGASHIRA -> "That is an interesting question. There are many views on it.";
            case JONOKUCHI -> "It depends.";
        };
    }

    private static String japanese(DemoModel model, String topic) {
        return switch (model) {
            case YOKOZUNA -> "## " + topic + "\n\n要点から述べ、次に具体例へ進みます。\n\n### 要点\n\n1. **何が問われているか**:" + topic
                    + "\n2. **なぜ大切か**:答えによって次の行動が変わります。\n3. **注意点**:一つの具体例で確かめましょう。\n\n"
                    + "### 例\n\n小さく試し、予想と違った点を書き留めます。\n\n### 次の一歩\n\n目的と条件を教えていただければ、さらに詳しく説明できます。";
            case OZEKI -> "**" + topic + "**\n\n- まず問いを分けて考えます。\n- 次に身近な例と比べます。\n- 確かめられたことだけを残します。\n\n"
                    + "例えば、小さく試すと多くのことがわかります。";
            case SEKIWAKE -> "「" + topic + "」について:\n\n- まず主な点を見ます。\n- 次に例を見ます。\n\n最初はこれで十分です。";
            case KOMUSUBI -> "「" + topic + "」については、いろいろな面があり、場合によります。";
            case MAEGASHIRA -> "面白い質問ですね。いろいろな考え方があります。";
            case JONOKUCHI -> "It depends.";
        };
    }
}
