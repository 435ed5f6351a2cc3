package org.idiome.record.kept;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.idiome.core.observation.Individual;
import org.idiome.record.phenopacket.PedigreePerson;

/// Whom a pedigree names as the parents of a person: ids by `father` and `mother`.
public final class Parents {
  private Parents() {}

  /// Those whom it names; none where the person is not in it.
  public static Map<String, String> of(List<PedigreePerson> pedigree, Individual individual) {
    var parents = new TreeMap<String, String>();
    for (var one : pedigree) {
      if (one.id().equals(individual.id()) || individual.otherIds().contains(one.id())) {
        if (one.father() != null) {
          parents.put("father", one.father());
        }
        if (one.mother() != null) {
          parents.put("mother", one.mother());
        }
      }
    }
    return parents;
  }
}
