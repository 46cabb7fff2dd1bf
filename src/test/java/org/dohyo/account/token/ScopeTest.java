package org.dohyo.account.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScopeTest {

    @ParameterizedTest
    @CsvSource({ "GET, /api/admin/models, models:read", "HEAD, /api/admin/models/a/, models:read",
            "PATCH, /api/admin/models/a, models:write", "POST, /api/admin/discovery, models:write",
            "POST, /api/admin/votes/import, votes:import", "POST, /api/admin/votes/import/, votes:import",
            "POST, /api/admin/votes/1/exclude, votes:moderate", "GET, /api/admin/benchmarks/models, benchmarks:read",
            "PUT, /api/admin/benchmarks/models, benchmarks:import",
            "POST, /api/admin/benchmarks/mmlu/runs/1/retry, benchmarks:run", "GET, /q/metrics, metrics:read" })
    void call_belongsToItsScope(String method, String path, String label) {
        assertThat(Scope.of(method, path)).map(Scope::label).contains(label);
    }

    @ParameterizedTest
    @CsvSource({ "PUT, /api/admin/password", "GET, /api/admin/tokens", "POST, /api/admin/tokens",
            "DELETE, /api/admin/tokens/1", "GET, /desk/models", "GET, /models", "GET, /api/admin/q/metrics",
            "TRACE, /api/admin/models", "POST, /api/admin", "POST, /api/admin/votes/import/x" })
    void call_thatIsForPeople_orForNobody_hasNoScope(String method, String path) {
        assertThat(Scope.of(method, path)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void label_isReadBack(Scope scope) {
        assertThat(Scope.ofLabel(scope.label())).contains(scope);
        assertThat(scope.label()).matches("[a-z]+:[a-z]+");
    }
}
