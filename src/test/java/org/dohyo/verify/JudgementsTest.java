package org.dohyo.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.dohyo.log.tree.LogFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementsTest {

    private static final String JUDGE = """
            {"kind":"JUDGE","judgement":"00000000-0000-0000-0000-000000000001","annotator":1,"item":1,"modelA":"m1",
            "modelB":"m2","ratings":{"overall":-2,"tone":0}}""";

    private final Judgements judgements = new Judgements();
    private long position;

    private void add(String entry) {
        judgements.add(position++, Leaf.json(entry.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({ "arena.example/log/projects/some-name/0123abcd, true", "arena.example/log, false",
            "arena.example/log/projects/some-name, false" })
    void origin_saysWhetherALogIsAProjects(String origin, boolean project) {
        assertThat(Judgements.isProject(origin)).isEqualTo(project);
    }

    @Test
    void entriesThatFollowTheRules_areCounted() {
        add(JUDGE);
        add("{\"kind\":\"LEAVE_OUT\",\"annotator\":1}");
        add("{\"kind\":\"RESTORE\",\"annotator\":1}");
        add("{\"kind\":\"LEAVE_OUT\",\"annotator\":2}");
        add(JUDGE.replace("0001", "0002"));
        assertThat(judgements.summary()).isEqualTo("2 judgements; 1 annotator is left out at the end");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"kind\":\"LEAVE_OUT\",\"annotator\":9}", "{\"kind\":\"RESTORE\",\"annotator\":1}",
            "{\"kind\":\"RESTORE\"}", "{\"kind\":\"CAST\"}", "{}", JUDGE })
    void entryThatBreaksARule_isNamed(String entry) {
        add(JUDGE);
        add("{\"kind\":\"LEAVE_OUT\",\"annotator\":9}");
        assertThatThrownBy(() -> add(entry)).isInstanceOf(LogFormatException.class);
    }

    @ParameterizedTest
    @CsvSource({ "-2, -3", "-2, 0.5", "m2, m1", "0001, x", "\"annotator\":1, \"annotator\":0",
            "\"modelA\":\"m1\", \"modelA\":\"\"", "\"item\":1, \"item\":\"1\"" })
    void judgementWithoutWhatItNeeds_isNamed(String right, String wrong) {
        assertThatThrownBy(() -> add(JUDGE.replace(right, wrong))).isInstanceOf(LogFormatException.class);
    }

    @Test
    void ordinaryJudgements_count_whileTheirAnnotatorIsntLeftOut() {
        add(JUDGE);
        add(JUDGE.replace("0001", "0002"));
        add(JUDGE.replace("0001", "0003").replace("\"item\":1", "\"item\":2"));
        add(JUDGE.replace("0001", "0004").replace("\"annotator\":1", "\"annotator\":2"));
        add("{\"kind\":\"LEAVE_OUT\",\"annotator\":1}");
        add("{\"kind\":\"RESTORE\",\"annotator\":1}");
        assertThat(counting(4)).as("the second is a repeat").containsExactly(0L, 2L, 3L);
        assertThat(counting(5)).containsExactly(3L);
        assertThat(counting(6, 3L)).containsExactly(0L, 2L);
        assertThat(counting(1)).containsExactly(0L);
    }

    private List<Long> counting(long size, Long... known) {
        return judgements.counting(size, Set.of(known)).stream().map(Judgements.Judged::position).toList();
    }
}
