package org.dohyo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.dohyo.ProductClasses;
import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaMethod;

class DeskRolesTest {

    /** {@link AccessRules} keeps out strangers only, so a method without a role would be open to every account. */
    @Test
    void everyCallOfTheDesk_declaresItsRole() {
        List<JavaMethod> calls = ProductClasses.ALL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class) && isOfTheDesk(path(method)))
                .toList();
        assertThat(calls).hasSizeGreaterThan(50)
                .allMatch(method -> method.isAnnotatedWith(RolesAllowed.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class));
    }

    private static boolean isOfTheDesk(String path) {
        return (path + "/").matches("/(api/admin|desk)/.*") && !path.equals("/desk/sign-in");
    }

    private static String path(JavaMethod method) {
        return Stream
                .of(method.getOwner().tryGetAnnotationOfType(Path.class), method.tryGetAnnotationOfType(Path.class))
                .flatMap(path -> path.stream().map(Path::value)).filter(path -> !path.equals("/"))
                .map(path -> path.startsWith("/") ? path : "/" + path).reduce("", String::concat);
    }
}
