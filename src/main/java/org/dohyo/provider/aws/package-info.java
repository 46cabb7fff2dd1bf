/**
 * AWS Bedrock and SageMaker: signed calls and the event-stream encoding. Start at
 * {@link org.dohyo.provider.aws.BedrockCodec} and {@link org.dohyo.provider.aws.AwsSigner}. May use
 * {@code provider.text} and the packages before it.
 */
package org.dohyo.provider.aws;
