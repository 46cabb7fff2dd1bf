package org.dohyo.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a body that breaks a rule of Bean Validation with 400 and every field that does. */
public class InvalidFields {

    @ServerExceptionMapper(priority = UnservedCalls.FIRST)
    public Response refuse(ConstraintViolationException invalid) {
        return Problem.fields(Status.BAD_REQUEST, "body", invalid.getConstraintViolations().stream()
                .map(violation -> new Problem.Violation(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(Problem.Violation::field)).toList()).toResponse();
    }

    /** The path within the body: the first two steps of the whole path are the method and its parameter. */
    private static String field(ConstraintViolation<?> violation) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            steps.add(node.toString());
        }
        return steps.size() <= 2 ? "body" : String.join(".", steps.subList(2, steps.size()));
    }
}
