package org.dohyo.log;

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

/** A hash of a tile above the leaves. */
@Entity
@Table(name = "log_node")
@IdClass(TreeNode.Key.class)
class TreeNode {

    record Key(short level, long place) implements Serializable {
    }

    /** The level of tiles, at least 1. */
    @Id
    short level;

    @Id
    long place;

    byte[] hash;

    static TreeNode of(int level, long place, Hash hash) {
        TreeNode node = new TreeNode();
        node.level = (short) level;
        node.place = place;
        node.hash = hash.bytes();
        return node;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<TreeNode, Key> {

        /** The hashes of a tile, in order. */
        List<byte[]> of(Tile tile) {
            return find(
                    "select n.hash from TreeNode n where n.level = ?1 and n.place >= ?2 and n.place < ?3 order by n.place",
                    (short) tile.level(), tile.first(), tile.first() + tile.width()).project(byte[].class).list();
        }
    }
}
