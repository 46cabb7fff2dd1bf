package org.dohyo.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The 404 problem of a path parameter that is no UUID: the same as for a UUID that names nothing. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Unknown {

    String code();

    String detail();
}
