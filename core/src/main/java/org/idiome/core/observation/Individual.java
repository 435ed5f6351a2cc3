package org.idiome.core.observation;

import java.util.List;
import org.idiome.core.canonical.Canonical;
import org.idiome.core.canonical.Json;
import org.idiome.core.time.When;

/// One person, by a pseudonymous id; a case of a study is an individual too.
///
/// @param otherIds further ids of the same person, as given
/// @param born when, as precisely as stated; [When#notStated] otherwise
public record Individual(String id, List<String> otherIds, When born) implements Canonical {

  /// Copies the list; refuses a blank id.
  public Individual {
    otherIds = List.copyOf(otherIds);
    if (id.isBlank()) {
      throw new IllegalArgumentException("an individual needs an id");
    }
  }

  @Override
  public Json toJson() {
    return Json.object().put("id", id).putStrings("other_ids", otherIds).put("born", born).end();
  }
}
