package org.idiome.record.phenopacket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.core.observation.Layer;
import org.idiome.core.problem.ProblemCode;
import org.junit.jupiter.api.Test;

/// What relatives and a pedigree may say.
class FamilyRulesTest {
  private static final String SIGN = "{\"type\":{\"id\":\"HP:1\"}";

  private static Packets family(String persons) {
    return Packets.of(
        "{\"proband\":{\"subject\":{\"id\":\"kid\"},\"metaData\":"
            + "{\"phenopacketSchemaVersion\":\"2\"}},\"pedigree\":{\"persons\":["
            + persons
            + "]}}");
  }

  private static String person(String id, String father, String mother, String sex) {
    return "{\"individualId\":\"%s\",\"paternalId\":\"%s\",\"maternalId\":\"%s\",\"sex\":\"%s\"}"
        .formatted(id, father, mother, sex);
  }

  @Test
  void namesWhatRelativesAreToTheProband() {
    var read =
        family(
            String.join(
                ",",
                person("kid", "dad", "mum", "MALE"),
                person("sis", "dad", "mum", "FEMALE"),
                person("half", "dad", "0", "MALE"),
                person("mum", "", "gran", "FEMALE"),
                person("baby", "kid", "0", "UNKNOWN_SEX"),
                person("gran", "0", "0", "FEMALE"),
                person("friend", "0", "0", "MALE"),
                person("dad", "0", "0", "MALE")));
    assertThat(read.statements(Layer.FAMILY, "relative"))
        .extracting(one -> one.concept().id())
        .containsExactly(
            "sister",
            "half_brother",
            "mother",
            "child",
            "maternal_grandmother",
            "relative",
            "father");
  }

  /// Two who are called alike then would be one.
  @Test
  void kinWithHalfOfACharacterInTheirIdAreRefused() {
    for (var who : List.of("sis\\ud800", "\\udc00")) {
      var read = family(person("kid", "", "", "MALE") + "," + person(who, "", "", "FEMALE"));
      assertThat(read.statements(Layer.FAMILY, "relative")).isEmpty();
      read.problem(ProblemCode.PHENOPACKET_ID_NOT_UNICODE);
      var parent = family(person("kid", who, "", "MALE"));
      parent.problem(ProblemCode.PHENOPACKET_ID_NOT_UNICODE);
      var packet =
          Packets.of(
              "{\"proband\":{\"subject\":{\"id\":\"kid\"},\"metaData\":"
                  + "{\"phenopacketSchemaVersion\":\"2\"}},\"relatives\":[{\"subject\":{\"id\":\""
                  + who
                  + "\"},\"phenotypicFeatures\":["
                  + SIGN
                  + "}]}]}");
      assertThat(packet.packet().statements()).isEmpty();
      packet.problem(ProblemCode.PHENOPACKET_ID_NOT_UNICODE);
    }
  }

  @Test
  void theProbandIsNobodysRelative() {
    var read =
        Packets.of(
            "{\"proband\":{\"subject\":{\"id\":\"kid\"},\"metaData\":"
                + "{\"phenopacketSchemaVersion\":\"2\"}},\"relatives\":[{\"subject\":{\"id\":"
                + "\"kid\"},\"phenotypicFeatures\":["
                + SIGN
                + "}]}]}");
    assertThat(read.packet().statements()).isEmpty();
    read.problem(ProblemCode.PHENOPACKET_ID_REPEATED);
  }

  @Test
  void aPedigreeThatCannotBeIsRefused() {
    var loop = family(person("kid", "dad", "0", "MALE") + "," + person("dad", "kid", "0", "MALE"));
    assertThat(loop.packet().pedigree()).isEmpty();
    loop.problem(ProblemCode.PHENOPACKET_PEDIGREE_NOT_POSSIBLE);
    var clash = family(person("kid", "dad", "0", "MALE") + "," + person("dad", "", "", "FEMALE"));
    clash.problem(ProblemCode.PHENOPACKET_PEDIGREE_NOT_POSSIBLE);
    var twice = family(person("kid", "", "", "MALE") + "," + person("kid", "", "", "MALE"));
    twice.problem(ProblemCode.PHENOPACKET_ID_REPEATED);
  }
}
