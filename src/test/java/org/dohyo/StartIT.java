package org.dohyo;

import static io.restassured.RestAssured.given;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StartIT {

    @Test
    void ready_afterMigrationAndValidation() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
