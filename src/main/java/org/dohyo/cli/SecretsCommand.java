package org.dohyo.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "secrets", mixinStandardHelpOptions = true, description = "The key that stored secrets are encrypted with.")
final class SecretsCommand {

    @Command(mixinStandardHelpOptions = true, description = "Encrypts all stored secrets anew; with a key file by a fresh key.")
    int rotate(@Mixin Commands.Target target) {
        System.out.println("encrypted anew: " + target.calls().send("POST", "secrets/rotate", null).path("secrets").asInt());
        return 0;
    }
}
