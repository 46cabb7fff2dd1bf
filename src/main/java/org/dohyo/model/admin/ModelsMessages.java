package org.dohyo.model.admin;

import java.util.List;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the desk's pages on models ({@code models:}); those of the public pages of a model are {@code model:}. */
@MessageBundle("models")
public interface ModelsMessages {

    @Message("Models")
    String models();

    @Message("{count} real models are enabled. The demo models rest.")
    String ringIsReal(long count);

    @Message("{count} of 2 real models are enabled. Until there are two, demo models answer in battles.")
    String ringIsDemo(long count);

    @Message("Find a model")
    String find();

    @Message("Show retired models and models without an endpoint")
    String showAll();

    @Message("Search")
    String search();

    @Message("Clear search")
    String endSearch();

    @Message("No models match this search.")
    String noMatch();

    @Message("More models")
    String further();

    @Message("Server or vendor")
    String preset();

    @Message("Another server that speaks OpenAI's protocol")
    String otherServer();

    @Message("The model's name in addresses and files. It can't be changed later.")
    String slugHint();

    @Message("Prompt template")
    String template();

    @Message("Preset")
    String templatePreset();

    @Message("The text of one turn, in which the words prompt and answer in braces stand for its texts, or the name of a preset. Without a template the prompt is sent as it is.")
    String templateHint();

    @Message("Preview the prompt")
    String templatePreview();

    @Message("Test before adding")
    String testFirst();

    @Message("First text after {first} ms, whole answer after {whole} ms: {text}")
    String tested(String first, String whole, String text);

    @Message("Cancel the test")
    String cancelTest();

    @Message("Add a model")
    String addModel();

    @Message("The endpoint is tested before the model is added and can be drawn for battles.")
    String addHint();

    @Message("Add the model all the same? It stays paused until you enable it.")
    String addPaused();

    @Message("State")
    String state();

    @Message("enabled")
    String enabled();

    @Message("resting")
    String resting();

    @Message("paused")
    String paused();

    @Message("retired")
    String retired();

    @Message("Test now")
    String test();

    @Message("Pause")
    String pause();

    @Message("Enable")
    String enable();

    @Message("Retire")
    String retire();

    @Message("The model leaves all future battles for good. Its history stays.")
    String retireHint();

    @Message("Answered")
    String answered();

    @Message("Failed")
    String failedCalls();

    @Message("Success")
    String success();

    @Message("First token")
    String firstToken();

    @Message("Excluded from battles; next retry at")
    String outUntil();

    @Message("ms")
    String millis();

    @Message("Health")
    String health();

    @Message("No calls yet.")
    String noCalls();

    @Message("Find local models")
    String findLocal();

    @Message("Checks the usual ports of Ollama, llama.cpp, vLLM, TGI and LM Studio on this machine.")
    String findLocalHint();

    @Message("List available models")
    String listModels();

    @Message("Ordinary word: {words}")
    String ordinaryWord(String words);

    @Message("Ordinary words in its names: {words}. They count as its name only where an answer uses them as a name, as in “I'm …”. Add a word to the exceptions if it should never count.")
    String ordinaryWords(String words);

    @Message("Usage this month")
    String used();

    @Message("requests")
    String requests();

    @Message("tokens")
    String tokens();

    @Message("Save")
    String save();

    @Message("Revision")
    String revision();

    @Message("Retire this model for good?")
    String confirmRetire();

    @Message("The model has no price of this day.")
    String noSuchPrice();

    @Message("This model is known from imported votes alone.")
    String noEndpoint();

    @Message("can’t be true for a retired model or one without an endpoint")
    String notDrawable();

    @Message("Another model has this slug.")
    String slugTaken();

    @Message("No model has this slug.")
    String noSuchModel();

    @Message("must be 1 to 100 of a-z, 0-9, '.', '_', '-', with a letter or digit at both ends")
    String slugRule();

    @Message("must be a URL")
    String noUrl();

    @Message("must be an absolute http or https URL without user information")
    String noWebUrl();

    @Message("has an address to which requests are refused: {host}")
    String addressRefused(String host);

    @Message("{reason}")
    String invalidEndpoint(String reason, String fault, List<String> details);
}
