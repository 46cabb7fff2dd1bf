package org.dohyo.provider;

/** Is told how every call to an endpoint that has an account ended. Called on event loops: nothing here may block. */
public interface CallObserver {

    /**
     * @param error what went wrong; null for a good answer and for one that was cancelled
     * @param cancelled whether we hung up
     * @param firstMillis from the start to the first text or reasoning; null if there was none
     * @param tokens as the provider counted prompt and answer; 0 where it did not
     */
    record Call(long account, ProviderError error, boolean cancelled, Long firstMillis, long totalMillis, long tokens) {
    }

    void ended(Call call);
}
