package org.idiome.core.finding;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.concept.Coded;
import org.jspecify.annotations.Nullable;

/// A claim about one individual.
///
/// @param aliases further keys under which the same finding is known
/// @param subject what it is about
/// @param strength null where nothing is graded
/// @param advice null where nothing needs to be done
/// @param why ends in cited rows, or in the reason why there are none
/// @param version version of the interpreter that the key names
public record Finding(
    FindingKey key,
    List<String> aliases,
    Coded subject,
    State state,
    @Nullable Strength strength,
    @Nullable Advice advice,
    Explanation.Claim why,
    String version)
    implements Canonical {

  /// Copies the aliases.
  public Finding {
    aliases = List.copyOf(aliases);
  }

  /// What is claimed, without the explanation: the same wherever the rows stood that it rests on.
  public Json claim() {
    return Json.object()
        .put("key", key)
        .putStrings("aliases", aliases)
        .put("subject", subject)
        .put("answer", state)
        .put("strength", strength)
        .put("advice", advice)
        .put("version", version)
        .end();
  }

  @Override
  public Json toJson() {
    return Json.object()
        .put("key", key)
        .putStrings("aliases", aliases)
        .put("subject", subject)
        .put("answer", state)
        .put("strength", strength)
        .put("advice", advice)
        .put("why", why)
        .put("version", version)
        .end();
  }
}
