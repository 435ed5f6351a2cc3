package org.idiome.genomics.identity;

import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Digester;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// What one pass over a file tells of whose sample it is.
///
/// @param panel genotypes at the places of the [Panel], a character each: `0`, `1`, `2`, or `.`;
///   empty where the file is on no build of the panel
/// @param family null where no parent is in the file, or none was asked for
public record SampleFacts(SexFacts sex, String panel, @Nullable FamilyFacts family)
    implements Canonical {

  /// The genotypes at the places of the panel; empty where there are none.
  public byte[] genotypes() {
    return Panel.genotypes(panel);
  }

  @Override
  public Json toJson() {
    return Json.object().put("sex", sex).put("panel", panel).put("family", family).end();
  }

  /// Adds all of it to a running hash.
  public void digestInto(Digester digester) {
    sex.digestInto(digester);
    digester.text(panel);
    if (family != null) {
      family.digestInto(digester);
    }
  }
}
