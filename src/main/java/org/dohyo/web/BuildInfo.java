package org.dohyo.web;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.qute.TemplateGlobal;

/** Facts of this build, for the foot of every page. */
@TemplateGlobal
final class BuildInfo {

    private BuildInfo() {
    }

    static String version() {
        return ConfigProvider.getConfig().getValue("quarkus.application.version", String.class);
    }
}
