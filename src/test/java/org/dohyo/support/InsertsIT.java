package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.id.insert.GetGeneratedKeysDelegate;
import org.hibernate.id.insert.InsertReturningDelegate;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

/** What an insert brings back from the database. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class InsertsIT {

    @Inject
    SessionFactory sessions;

    @Test
    void insert_returnsTheIdAlone_notTheWholeRow() {
        List<Object> ways = new ArrayList<>();
        sessions.unwrap(SessionFactoryImplementor.class).getMappingMetamodel()
                .forEachEntityDescriptor(entity -> ways.add(entity.getInsertDelegate()));
        assertThat(ways).hasAtLeastOneElementOfType(InsertReturningDelegate.class)
                .noneMatch(GetGeneratedKeysDelegate.class::isInstance);
    }
}
