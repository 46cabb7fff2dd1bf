package org.dohyo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "secrets", mixinStandardHelpOptions = true,
        description = "The key that stored secrets are encrypted with.")
final class SecretsCommand {

    @Command(mixinStandardHelpOptions = true,
            description = "Re-encrypts all stored secrets; with a key file, by a new key.")
    int rotate(@Mixin Commands.Target target) {
        System.out.println(
                "encrypted again: " + target.calls().send("POST", "secrets/rotate", null).path("secrets").asInt());
        return 0;
    }
}
