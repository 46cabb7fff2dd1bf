package org.dohyo.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({ "0,0,256,000", "0,0,1,000.p/1", "3,999,256,999", "0,1000,256,x001/000", "0,1234067,256,x001/x234/067",
            "1,1234067,5,x001/x234/067.p/5", "63,7,255,007.p/255" })
    void path_isThatOfTheSpecification(int level, long index, int width, String place) {
        Tile tile = new Tile(level, index, width);
        assertThat(tile.path()).isEqualTo("tile/" + level + "/" + place);
        assertThat(tile.entriesPath()).isEqualTo("tile/entries/" + place);
        assertThat(Tile.parse(level, place)).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "0", "00", "0000", "1", "x001", "x000/001", "001/002", "x01/002", "000.p/0",
            "000.p/256",
            "000.p/01", "000.p/", "000.p", "000/p/1", " 000", "000 ", "../000", "00a", "٠٠١", "x001/x002/x003/x004/"
                    + "x005/x006/x007/008",
            "000.p/999", "-01" })
    void anyOtherPath_isRefused(String path) {
        assertThatThrownBy(() -> Tile.parse(0, path)).isInstanceOf(LogFormatException.class);
    }

    @Test
    void widths_areThoseOfTheSpecificationsExample() {
        long size = 70_000;
        assertThat(Tile.of(0, 272, size)).isEqualTo(new Tile(0, 272, 256));
        assertThat(Tile.of(0, 273, size)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.of(1, 0, size)).isEqualTo(new Tile(1, 0, 256));
        assertThat(Tile.of(1, 1, size)).isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.of(2, 0, size)).isEqualTo(new Tile(2, 0, 1));
        assertThatThrownBy(() -> Tile.of(0, 274, size)).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> Tile.of(3, 0, size)).isInstanceOf(LogFormatException.class);
        assertThat(Tile.of(1, 0, 256)).isEqualTo(new Tile(1, 0, 1));
    }

    @Test
    void tile_isInATree_thatHasAllItsHashes() {
        assertThat(new Tile(0, 273, 112).isIn(70_000)).isTrue();
        assertThat(new Tile(0, 273, 113).isIn(70_000)).isFalse();
        assertThat(new Tile(0, 273, 1).isIn(70_000)).isTrue();
        assertThat(new Tile(2, 0, 1).isIn(65_535)).isFalse();
        assertThat(new Tile(2, 0, 1).isIn(65_536)).isTrue();
        assertThat(new Tile(63, 0, 1).isIn(Long.MAX_VALUE)).isFalse();
        assertThat(new Tile(0, Long.MAX_VALUE / 2, 1).isIn(70_000)).isFalse();
    }

    /** Around the sizes at which tiles of the levels 0 and 1 become full. */
    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 255, 256, 257, 511, 513, 1_000, 65_535, 65_536, 65_537, 66_000 })
    void proofsFromTiles_areThoseOfTheTree(int size) {
        PlainTree plain = PlainTree.of(size);
        Map<Tile, byte[]> read = new HashMap<>();
        Tree tree = new Tree(new TileSubtrees(tile -> {
            assertThat(tile.isIn(size)).isTrue();
            return read.computeIfAbsent(tile, plain::tile);
        }, size), size);
        Hash root = plain.hash(0, size);
        assertThat(tree.root()).isEqualTo(root);
        for (int index : List.of(0, size / 3, size / 2, size - 1)) {
            assertThat(tree.inclusionOf(index).verifies(plain.leaf(index), root)).isTrue();
            assertThat(tree.consistencyWith(index + 1).verifies(plain.hash(0, index + 1), root)).isTrue();
        }
    }

    @Test
    void oneProof_readsFewTiles_andEachOnce() {
        PlainTree plain = PlainTree.of(66_000);
        List<Tile> read = new ArrayList<>();
        new Tree(new TileSubtrees(tile -> {
            read.add(tile);
            return plain.tile(tile);
        }, 66_000), 66_000).inclusionOf(30_000);
        assertThat(read).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void tileOfAnotherLength_isRefused() {
        TileSubtrees subtrees = new TileSubtrees(tile -> new byte[31], 1);
        assertThatThrownBy(() -> subtrees.root(0, 0)).hasMessage("tile/0/000.p/1 has 31 bytes instead of 32");
    }

    @Test
    void bundle_givesBackItsEntries() {
        List<byte[]> entries = List.of(new byte[0], PlainTree.entry(1), new byte[EntryBundle.LONGEST]);
        assertThat(EntryBundle.decode(EntryBundle.encode(entries))).usingRecursiveComparison().isEqualTo(entries);
        assertThat(EntryBundle.encode(List.of(new byte[] { 7, 8 }))).containsExactly(0, 2, 7, 8);
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[EntryBundle.LONGEST + 1])))
                .hasMessageContaining("too long");
        assertThatThrownBy(() -> EntryBundle.decode(new byte[] { 0 })).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> EntryBundle.decode(new byte[] { 0, 2, 7 })).isInstanceOf(LogFormatException.class);
    }
}
