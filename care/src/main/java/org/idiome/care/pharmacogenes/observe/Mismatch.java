package org.idiome.care.pharmacogenes.observe;

import java.util.ArrayList;
import java.util.List;
import org.idiome.core.observation.Call;
import org.idiome.profile.Genome;

/// A record whose reference bases are not those that the genome build has at a position.
///
/// One may be a slip of one record. Several say that the file speaks of another build, counts its
/// places in another way, or writes the other strand.
///
/// @param position name of the position
/// @param ours reference bases of the build there
/// @param call the record
public record Mismatch(String position, String ours, Call call) {

  /// The positions of a sample at which a record contradicts the build: the first record of each.
  public static List<Mismatch> of(List<Target> targets, Genome genome) {
    var found = new ArrayList<Mismatch>();
    for (var target : targets) {
      for (var call : genome.calls(target.reach())) {
        if (target.contradicts(call)) {
          found.add(new Mismatch(target.name(), target.reference(), call));
          break;
        }
      }
    }
    return found;
  }
}
