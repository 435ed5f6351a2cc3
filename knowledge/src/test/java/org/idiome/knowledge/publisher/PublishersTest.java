package org.idiome.knowledge.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import org.idiome.knowledge.release.Licence;
import org.junit.jupiter.api.Test;

class PublishersTest {
  @Test
  void aSourceIsFoundByItsNameOrBeforeAHyphen() {
    assertThat(Publishers.licence("hgnc").name()).isEqualTo("CC0-1.0");
    assertThat(Publishers.of("clinvar-grch37")).isEqualTo(Publishers.of("clinvar"));
    assertThat(Publishers.of("clinvar-summary")).isNotEqualTo(Publishers.of("clinvar"));
    assertThat(Publishers.licence("mine")).isEqualTo(Licence.NOT_KNOWN);
  }

  /// Trap of licence: the user's own copy only (`docs/sources.md`).
  @Test
  void whatNeedsAnAgreementMayNotBePassedOnUnlessItsLicenceSaysSo() {
    for (var publisher : Publishers.all().values()) {
      if (publisher.isByAgreement() && !publisher.licence().name().startsWith("CC0")) {
        assertThat(publisher.licence().redistribution())
            .as(publisher.name())
            .isEqualTo(Licence.Redistribution.FORBIDDEN);
      }
    }
    assertThat(Publishers.licence("omim").redistribution())
        .isEqualTo(Licence.Redistribution.FORBIDDEN);
  }
}
