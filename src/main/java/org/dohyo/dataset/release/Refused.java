package org.dohyo.dataset.release;

import java.util.function.Function;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.web.Refusal;

/** Calls that a release refuses, in words of the caller's language. */
final class Refused {

    private Refused() {
    }

    static Refusal of(Status status, String code, Function<ReleaseMessages, String> detail) {
        return Refusal.of(ReleaseMessages.class, status, code, detail);
    }

    static Refusal unknown() {
        return of(Status.NOT_FOUND, "no-such-release", ReleaseMessages::noSuchRelease);
    }

    static Refusal withdrawn(Release release) {
        return of(Status.GONE, "release-withdrawn",
                words -> words.releaseWithdrawn(release.withdrawnReason(words)));
    }
}
