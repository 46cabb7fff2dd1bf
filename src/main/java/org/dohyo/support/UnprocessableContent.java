package org.dohyo.support;

import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/** 422, which Jakarta REST 3.1 does not name. */
public final class UnprocessableContent implements StatusType {

    @Override
    public int getStatusCode() {
        return 422;
    }

    @Override
    public Family getFamily() {
        return Family.CLIENT_ERROR;
    }

    @Override
    public String getReasonPhrase() {
        return "Unprocessable Content";
    }
}
