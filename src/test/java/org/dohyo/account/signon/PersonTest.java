package org.dohyo.account.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class PersonTest {

    /** An ID token with these claims. */
    private record Token(Map<String, Object> claims) implements JsonWebToken {

        static Token of(Map<String, Object> more) {
            Map<String, Object> claims = new HashMap<>(Map.of("iss", "https://sso.example", "sub", "42", "exp", 1L));
            claims.putAll(more);
            return new Token(claims);
        }

        @Override
        public String getName() {
            return null;
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }

    private static Set<String> groups(Map<String, Object> claims, String claim) {
        return Person.of(Token.of(claims), claim).groups();
    }

    @Test
    void groups_areReadFromTheClaim_howeverItIsNested() {
        assertThat(groups(Map.of("groups", List.of("a", "b")), "groups")).containsExactlyInAnyOrder("a", "b");
        assertThat(groups(Map.of("groups", "a"), "groups")).containsExactly("a");
        assertThat(groups(Map.of("realm_access", Map.of("roles", List.of("a"))), "realm_access/roles"))
                .containsExactly("a");
        assertThat(groups(Map.of("https://sso.example/groups", List.of("a")), "https://sso.example/groups"))
                .containsExactly("a");
        assertThat(groups(Map.of(), "groups")).isEmpty();
        assertThat(groups(Map.of("realm_access", "x"), "realm_access/roles")).isEmpty();
    }

    @Test
    void name_isTheFirstThatTheTokenHas_inTheLettersOfAName() {
        assertThat(Person.of(Token.of(Map.of("preferred_username", "Ann Lee", "email", "a@b.c")), "g").name())
                .isEqualTo("Ann-Lee");
        assertThat(Person.of(Token.of(Map.of("email", "a@b.c")), "g").name()).isEqualTo("a@b.c");
        assertThat(Person.of(Token.of(Map.of("preferred_username", " ")), "g").name()).isEqualTo("42");
        assertThat(Person.of(Token.of(Map.of("name", "x".repeat(200))), "g").name()).hasSize(48);
    }

    @Test
    void subject_isNotThatOfAnotherIssuer() {
        byte[] one = Person.of(Token.of(Map.of()), "g").subjectHash();
        byte[] other = Person.of(Token.of(Map.of("iss", "https://other.example")), "g").subjectHash();
        assertThat(one).hasSize(32).isNotEqualTo(other);
    }
}
