package org.dohyo.provider;

/**
 * The keys that sign calls to AWS.
 *
 * @param accessKeyId names the key; empty where the endpoint uses an API key instead
 * @param sessionToken for temporary keys, else {@link Secret#NONE}
 * @param region as AWS names it, such as {@code ap-northeast-1}
 */
public record AwsKeys(String accessKeyId, Secret secretAccessKey, Secret sessionToken, String region) {

    public static final AwsKeys NONE = new AwsKeys("", Secret.NONE, Secret.NONE, "");
}
