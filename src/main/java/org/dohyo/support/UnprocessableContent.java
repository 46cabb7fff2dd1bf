package org.dohyo.support;

import jakarta.ws.rs.core.Response;

/** The status 422, for which Jakarta REST 3.1 has no constant. */
public final class UnprocessableContent implements Response.StatusType {

    @Override
    public int getStatusCode() {
        return 422;
    }

    @Override
    public Response.Status.Family getFamily() {
        return Response.Status.Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
        return "Unprocessable Content";
    }
}
