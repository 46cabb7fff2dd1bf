package org.dohyo.benchmark.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The JSON and the CSV of the table are public interfaces. */
class BenchmarkTableTest {

    private static final BenchmarkTable.Figure UNKNOWN = new BenchmarkTable.Figure(null, null, null);
    private static final BenchmarkTable TABLE = new BenchmarkTable(List.of(
            new BenchmarkTable.Row(new BenchmarkTable.Facts("m", "M, the first", "Org", "MIT", true, false),
                    new BenchmarkTable.Figure(1012.5, 1000.25, 1024.75),
                    new BenchmarkTable.Score(new BenchmarkTable.Figure(7.5, 7.0, 8.0), "mt-bench", "dohyo-1"),
                    new BenchmarkTable.Score(new BenchmarkTable.Figure(0.75, 0.5, 0.875), "lm-eval", null), false),
            new BenchmarkTable.Row(new BenchmarkTable.Facts("n", "N", "", "", null, true), UNKNOWN,
                    new BenchmarkTable.Score(UNKNOWN, null, null),
                    new BenchmarkTable.Score(new BenchmarkTable.Figure(0.5, null, null), "mmlu", "dohyo-1"), true)));

    @Test
    void rowsOfTheJson_areFlat_inAFixedOrder() throws Exception {
        assertThat(new ObjectMapper().writeValueAsString(TABLE)).isEqualTo("""
                {"models":[{"model":"m","name":"M, the first","organization":"Org","license":"MIT","openWeights":true,\
                "demo":false,"rating":1012.5,"ratingLow":1000.25,"ratingHigh":1024.75,"mtBench":7.5,"mtBenchLow":7.0,\
                "mtBenchHigh":8.0,"mmlu":0.75,"mmluLow":0.5,"mmluHigh":0.875,"mmluBenchmark":"lm-eval",\
                "mtBenchOwnQuestions":"dohyo-1","mmluOwnQuestions":null},{"model":"n","name":"N","organization":"",\
                "license":"","openWeights":null,"demo":true,"rating":null,"ratingLow":null,"ratingHigh":null,\
                "mtBench":null,"mtBenchLow":null,"mtBenchHigh":null,"mmlu":0.5,"mmluLow":null,"mmluHigh":null,\
                "mmluBenchmark":"mmlu","mtBenchOwnQuestions":null,"mmluOwnQuestions":"dohyo-1"}]}""");
    }

    @Test
    void csv_hasTheSameColumns() {
        assertThat(TABLE.csv()).isEqualTo("""
                model,name,organization,license,openWeights,demo,rating,ratingLow,ratingHigh,mtBench,mtBenchLow,\
                mtBenchHigh,mmlu,mmluLow,mmluHigh,mmluBenchmark,mtBenchOwnQuestions,mmluOwnQuestions
                m,"M, the first",Org,MIT,true,false,1012.5,1000.25,1024.75,7.5,7.0,8.0,0.75,0.5,0.875,lm-eval,dohyo-1,
                n,N,,,,true,,,,,,,0.5,,,mmlu,,dohyo-1
                """.replace("\n", "\r\n"));
    }
}
