package org.dohyo.log.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

class TreeTest {

    private static final int MOST = 256;

    /** The entries and roots of the reference implementation of Certificate Transparency. */
    private static final List<String> ENTRIES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootOfEachSize_isThatOfTheReference() {
        Frontier frontier = new Frontier();
        assertThat(HexFormat.of().formatHex(frontier.root().bytes())).isEqualTo(ROOTS.get(0));
        for (int i = 0; i < ENTRIES.size(); i++) {
            frontier.append(Hash.ofLeaf(HexFormat.of().parseHex(ENTRIES.get(i))));
            assertThat(HexFormat.of().formatHex(frontier.root().bytes())).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Test
    void everyProofUpTo256Leaves_isAccepted() {
        PlainTree plain = PlainTree.of(MOST);
        int inclusions = 0;
        int consistencies = 0;
        for (int size = 1; size <= MOST; size++) {
            Tree tree = plain.tree(size);
            Hash root = plain.hash(0, size);
            assertThat(tree.root()).isEqualTo(root);
            for (int index = 0; index < size; index++) {
                assertThat(tree.inclusionOf(index).verifies(plain.leaf(index), root)).isTrue();
                assertThat(tree.consistencyWith(index + 1).verifies(plain.hash(0, index + 1), root)).isTrue();
                inclusions++;
                consistencies++;
            }
        }
        assertThat(inclusions).isEqualTo(MOST * (MOST + 1) / 2);
        assertThat(consistencies).isEqualTo(MOST * (MOST + 1) / 2);
    }

    @Test
    void proofOfALeafOrABeginning_thatIsntThere_isRefused() {
        Tree tree = PlainTree.of(3).tree(3);
        assertThatThrownBy(() -> tree.inclusionOf(3)).hasMessage("no leaf 3 in a tree of 3");
        assertThatThrownBy(() -> tree.inclusionOf(-1)).hasMessage("no leaf -1 in a tree of 3");
        assertThatThrownBy(() -> tree.consistencyWith(0)).hasMessage("a tree of 3 has no beginning of 0");
        assertThatThrownBy(() -> tree.consistencyWith(4)).hasMessage("a tree of 3 has no beginning of 4");
    }

    @Test
    void frontier_isTheSameAfterWritingAndReading_atEverySize() {
        PlainTree plain = PlainTree.of(MOST + 5);
        Frontier frontier = new Frontier();
        for (int size = 0; size < MOST + 5; size++) {
            assertThat(frontier.root()).isEqualTo(plain.hash(0, size));
            frontier = Frontier.of(size, frontier.bytes());
            frontier.append(plain.leaf(size), (level, index, root) -> assertThat(root)
                    .isEqualTo(plain.hash((int) (index << level), (int) (index + 1 << level))));
        }
        assertThat(frontier.size()).isEqualTo(MOST + 5);
        assertThatThrownBy(() -> Frontier.of(3, new byte[32])).isInstanceOf(LogFormatException.class);
        assertThatThrownBy(() -> Frontier.of(-1, new byte[2048])).isInstanceOf(LogFormatException.class);
    }
}
