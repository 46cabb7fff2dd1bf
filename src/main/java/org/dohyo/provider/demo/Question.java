package org.dohyo.provider.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

import org.dohyo.provider.Message;

/**
 * A question's kind and subject.
 *
 * @param kind of the last prompt
 * @param text of the prompt that the question is about: an earlier one if the last only follows it up
 * @param topic that text's first sentence without the words that ask for it; empty if nothing is left
 * @param subject a well-known subject of that text, for which there are texts of their own; else empty
 * @param words that text's content words in order
 * @param language of the answer
 */
record Question(Kind kind, String text, String topic, String subject, List<String> words, Language language) {

    private static final int MAX_WORDS = 12;
    private static final int WORD_LENGTH = 24;
    private static final int TOPIC_LENGTH = 70;

    static Question last(List<Message> conversation) {
        List<String> prompts = conversation.stream().filter(message -> message.role() == Message.Role.USER)
                .map(message -> Cleaning.clean(message.content())).toList();
        int about = prompts.size() - 1;
        Language language = Language.of(prompts.get(about));
        Kind kind = Kind.of(prompts.get(about), language, about == 0);
        for (Kind earlier = kind; earlier.followUp(); earlier = Kind.of(prompts.get(about), language, about == 0)) {
            about--;
        }
        String text = prompts.get(about);
        String subject = kind.followUp() ? "" : language.texts().subject(text);
        return new Question(kind, text, topic(text, language), subject, words(text, language), language);
    }

    private static List<String> words(String text, Language language) {
        Map<String, String> words = new LinkedHashMap<>();
        Matcher word = language.words(text);
        while (words.size() < MAX_WORDS && word.find()) {
            String shown = Cleaning.phrase(word.group(), WORD_LENGTH);
            String key = shown.toLowerCase(Locale.ROOT);
            if (!shown.isEmpty() && !language.texts().isStop(key)) {
                words.putIfAbsent(key, shown);
            }
        }
        return List.copyOf(words.values());
    }

    private static String topic(String text, Language language) {
        String sentence = Cleaning.phrase(language.texts().matcher("sentence.end", text).replaceFirst(""),
                2 * TOPIC_LENGTH);
        String topic = Cleaning.phrase(language.texts().matcher("request", sentence).replaceAll(""), TOPIC_LENGTH);
        return topic.isEmpty() ? Cleaning.phrase(sentence, TOPIC_LENGTH) : topic;
    }
}
