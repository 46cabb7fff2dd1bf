package org.dohyo.web;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.qute.TemplateGlobal;

/** What the foot of every page says about this build. */
@TemplateGlobal
final class Colophon {

    private Colophon() {
    }

    static String version() {
        return ConfigProvider.getConfig().getValue("quarkus.application.version", String.class);
    }
}
