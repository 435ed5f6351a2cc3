package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.idiome.core.source.SourceRow;
import org.idiome.core.time.When;
import org.jspecify.annotations.Nullable;

/// What was sampled.
///
/// @param tissue as coded by the source, or null
/// @param purity share of tumour cells from 0 to 1, or null where not stated
/// @param qualifiers grade, stage, progression and the like, in the order of the source
public record Specimen(
    String id,
    @Nullable Coded tissue,
    State state,
    When collected,
    @Nullable Double purity,
    List<Qualifier> qualifiers,
    List<SourceRow> rows)
    implements Canonical {

  /// What the sampled cells or molecules are.
  public enum State {
    /// Cells with the genome the person was born with.
    GERMLINE("germline"),
    /// Tumour tissue.
    TUMOUR("tumour"),
    /// Blood plasma, with free DNA of any origin.
    PLASMA("plasma"),
    /// The source does not say.
    NOT_STATED("not_stated");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /// The word used in tables and JSON.
    public String code() {
      return code;
    }
  }

  /// Copies the lists; refuses a share outside 0 to 1.
  public Specimen {
    qualifiers = List.copyOf(qualifiers);
    rows = List.copyOf(rows);
    if (id.isBlank()) {
      throw new IllegalArgumentException("a specimen needs an id");
    }
    if (purity != null && !(purity >= 0 && purity <= 1)) {
      throw new IllegalArgumentException("purity " + purity + " is not within 0 to 1");
    }
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("id", id)
        .put("tissue", tissue)
        .put("state", state.code())
        .put("collected", collected)
        .put("purity", purity == null ? null : Json.of(purity))
        .putAll("qualifiers", qualifiers)
        .end();
  }
}
