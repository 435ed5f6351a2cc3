package org.idiome.record.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be so when the items of a packet are taken together.
class RemarksTest {
  @Test
  void namesSpecimensThatAreDerivedFromOneAnother() {
    var read =
        Packets.with(
            "\"biosamples\":[{\"id\":\"S1\",\"derivedFromId\":\"S2\"},"
                + "{\"id\":\"S2\",\"derivedFromId\":\"S1\"},"
                + "{\"id\":\"S3\",\"derivedFromId\":\"S1\"}]");
    assertThat(read.packet().specimens()).hasSize(3);
    assertThat(read.problem(ProblemCode.PHENOPACKET_SPECIMEN_CIRCLE).values())
        .containsEntry("specimen", "S1");
    var line =
        Packets.with("\"biosamples\":[{\"id\":\"S1\"},{\"id\":\"S2\",\"derivedFromId\":\"S1\"}]");
    assertThat(line.problems().isEmpty()).isTrue();
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource({
    "P5Y, P4Y, true",
    "P4Y, P4Y, false",
    "P4Y6M, P4Y, false",
    "P4Y7M, P4Y6M, true",
    "P3Y, P4Y, false",
    "P40D, P30D, true"
  })
  void namesWhatBeganAfterTheLastEncounter(String onset, String seen, boolean isAfter) {
    var read =
        Packets.of(
            "{\"subject\":{\"id\":\"p\",\"timeAtLastEncounter\":"
                + age(seen)
                + "},\"metaData\":{\"phenopacketSchemaVersion\":\"2.0\"},\"phenotypicFeatures\":"
                + "[{\"type\":{\"id\":\"HP:0001250\"},\"onset\":"
                + age(onset)
                + "}]}");
    assertThat(read.problems().count(ProblemCode.PHENOPACKET_ONSET_AFTER_ENCOUNTER))
        .isEqualTo(isAfter ? 1 : 0);
  }

  private static String age(String iso) {
    return "{\"age\":{\"iso8601duration\":\"" + iso + "\"}}";
  }

  private static String years(int years) {
    return "{\"iso8601duration\":\"P" + years + "Y\"}";
  }

  @Test
  void refusesARangeOfAgesThatEndsBeforeItBegins() {
    var range = "{\"start\":" + years(2) + ",\"end\":" + years(1) + "}";
    var read =
        Packets.with(
            "\"phenotypicFeatures\":[{\"type\":{\"id\":\"HP:0001250\"},\"onset\":{\"ageRange\":"
                + range
                + "}}]");
    assertThat(read.packet().statements().getFirst().when().text()).isEqualTo("not stated");
    read.problem(ProblemCode.PHENOPACKET_TIME_NOT_UNDERSTOOD);
  }
}
