package org.dohyo.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The 404 problem for a path parameter that isn't a UUID: the same as for an unknown UUID. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Unknown {

    String code();

    String detail();
}
