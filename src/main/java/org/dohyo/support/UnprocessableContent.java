package org.dohyo.support;

import jakarta.ws.rs.core.Response;

/** 422, which Jakarta REST 3.1 does not name. */
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
