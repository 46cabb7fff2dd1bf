package org.dohyo.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

import org.dohyo.battle.Outcome;
import org.dohyo.battle.Reason;
import org.dohyo.support.EnglishWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

class StrictJsonTest {

    private static final ObjectMapper MAPPER = StrictJson
            .strict(new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES));

    record Sheet(String name, boolean draft, int copies) {
    }

    record Ballot(Outcome outcome, List<Reason> reasons, String comment, Integer version, Boolean flag, Double weight) {
    }

    @Test
    void rightBody_isRead() throws JsonProcessingException {
        assertThat(MAPPER.readValue("""
                {"outcome":"A","reasons":["useful"],"comment":"x","version":3,"flag":true,"weight":2}""", Ballot.class))
                .isEqualTo(new Ballot(Outcome.A, List.of(Reason.USEFUL), "x", 3, true, 2.0));
        assertThat(MAPPER.readValue("{\"comment\":null}", Ballot.class).comment()).isNull();
        assertThat(MAPPER.readValue("{\"name\":\"x\"}", Sheet.class)).as("members that may be left out")
                .isEqualTo(new Sheet("x", false, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"outcome":0} | outcome must be A, B, TIE or BOTH_BAD
            {"outcome":"0"} | outcome must be A, B, TIE or BOTH_BAD
            {"outcome":""} | outcome must be A, B, TIE or BOTH_BAD
            {"outcome":["A"]} | outcome must be A, B, TIE or BOTH_BAD
            {"reasons":"x"} | reasons must be a list
            {"reasons":[null]} | reasons[0] must not contain null
            {"comment":5} | comment must be a text
            {"comment":true} | comment must be a text
            {"comment":["x"]} | comment must be a text
            {"comment":{}} | comment must be a text
            {"comment":"a\\u0000"} | comment must not contain the character U+0000
            {"version":"1"} | version must be a whole number
            {"version":1.5} | version must be a whole number
            {"version":99999999999999999999} | version is too large a number
            {"flag":"true"} | flag must be true or false
            {"flag":1} | flag must be true or false
            {"weight":"1"} | weight must be a number
            {"other":1} | other is not known
            [] | body must be an object
            1 | body must be an object
            { | body must be JSON: see line 1, column 2
            {} x | body must be JSON: see line 1, column 4
            {}{} | body must be a single JSON value
            {"comment":"a","comment":"b"} | comment is given twice
            {"comment":"a","version":1,"comment":"a","version":1} | comment is given twice
            """)
    void wrongBody_isRefusedInWordsOfTheInterface(String body, String detail) {
        JsonProcessingException unreadable = catchThrowableOfType(JsonProcessingException.class,
                () -> MAPPER.readValue(body, Ballot.class));
        assertThat(unreadable).as("read without complaint").isNotNull();
        assertThat(UnreadableBody.refusal(unreadable, EnglishWords.of(RequestMessages.class)).getDetail())
                .isEqualTo(detail);
    }
}
