package org.dohyo.provider;

/** Notes how every call to a model's endpoint ended. Called on event loops: nothing here may block. */
public interface CallObserver {

    /**
     * @param model the id of the model that was called
     * @param error what went wrong; null for a good answer and for one that was cancelled
     * @param cancelled whether we hung up
     * @param firstMillis from the start to the first text or reasoning; null if there was none
     * @param tokens as the provider counted prompt and answer; 0 where it did not
     */
    record Call(long model, ProviderError error, boolean cancelled, Long firstMillis, long totalMillis, long tokens) {
    }

    void ended(Call call);
}
