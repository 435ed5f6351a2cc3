package org.idiome.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.idiome.core.concept.Coded;
import org.idiome.core.finding.Value;
import org.idiome.core.observation.Layer;
import org.idiome.core.observation.Qualifier;
import org.idiome.core.presence.Presence;
import org.idiome.core.time.When;
import org.junit.jupiter.api.Test;

/// Who a report is about.
class WhoTest {
  private static final Coded FLU = new Coded("MONDO:0005812", "influenza");
  private static final Coded ASTHMA = new Coded("MONDO:0004979", "asthma");

  private static Qualifier at(String name, String when) {
    return new Qualifier(name, new Value.Time(When.parse(when)));
  }

  private static String line(Sample sample) {
    return Who.line(Account.of(sample.interpreted(_ -> List.of())));
  }

  private static Sample flu(Sample sample, String end) {
    return sample
        .statement(
            Layer.OUTCOME,
            "encounter",
            Coded.of("last_encounter"),
            Presence.Looked.PRESENT,
            "2026-06-01")
        .statement(
            Layer.DIAGNOSIS,
            "disease",
            FLU,
            Presence.Looked.PRESENT,
            "2026-02-08",
            at("onset", "2026-02-08"),
            at("resolution", end));
  }

  @Test
  void anIllnessThatIsOverIsNotNamedAsOneThatIs() {
    assertThat(line(flu(new Sample("p", ""), "2026-02-20"))).endsWith("resolved).");
    var both =
        flu(new Sample("p", ""), "2026-02-20")
            .statement(Layer.DIAGNOSIS, "disease", ASTHMA, Presence.Looked.PRESENT, "");
    assertThat(line(both)).contains("Asthma.").doesNotContain("nfluenza");
  }

  @Test
  void whoWasSeenAtFourYearsIsFourOrOlder() {
    var sample =
        new Sample("p", "")
            .statement(
                Layer.OUTCOME,
                "encounter",
                Coded.of("last_encounter"),
                Presence.Looked.PRESENT,
                "P4Y");
    assertThat(line(sample)).isEqualTo("At least 4 years old.");
  }
}
