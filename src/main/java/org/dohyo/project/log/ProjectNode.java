package org.dohyo.project.log;

import java.io.Serializable;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.Tile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A hash of a tile above the leaves of a project's log. */
@Entity
@Table(name = "project_node")
@IdClass(ProjectNode.Key.class)
class ProjectNode {

    record Key(long projectId, short level, long place) implements Serializable {
    }

    @Id
    long projectId;

    /** The level of tiles, at least 1. */
    @Id
    short level;

    @Id
    long place;

    byte[] hash;

    static ProjectNode of(long projectId, int level, long place, Hash hash) {
        ProjectNode node = new ProjectNode();
        node.projectId = projectId;
        node.level = (short) level;
        node.place = place;
        node.hash = hash.bytes();
        return node;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ProjectNode, Key> {

        /** The hashes of a tile, in order. */
        List<byte[]> of(long projectId, Tile tile) {
            return find("""
                    select n.hash from ProjectNode n
                    where n.projectId = ?1 and n.level = ?2 and n.place >= ?3 and n.place < ?4 order by n.place""",
                    projectId, (short) tile.level(), tile.first(), tile.first() + tile.width()).project(byte[].class)
                    .list();
        }
    }
}
