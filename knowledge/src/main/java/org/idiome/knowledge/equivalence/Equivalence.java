package org.idiome.knowledge.equivalence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.idiome.knowledge.network.Said;
import org.idiome.knowledge.release.Claim;

/// Where identifiers lead by the mappings of a snapshot.
public final class Equivalence {
  private final SortedMap<String, List<Mapping>> byOther = new TreeMap<>();
  private final SortedMap<String, List<Said<Claim>>> denied = new TreeMap<>();
  private final SortedMap<String, String> hubs = new TreeMap<>();
  private final SortedMap<String, SortedSet<String>> members = new TreeMap<>();
  private final List<Said<Claim>> betweenOthers = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  private Equivalence() {}

  /// Joins what mappings say.
  ///
  /// @param mappings claims; those of other predicates are passed over
  public static Equivalence of(Collection<Said<Claim>> mappings) {
    var view = new Equivalence();
    mappings.forEach(view::add);
    view.join();
    return view;
  }

  private void add(Said<Claim> said) {
    var claim = said.what();
    if (!Mapping.isMerging(claim)) {
      return;
    }
    var ends = List.of(claim.subject(), claim.object());
    if (!Hub.is(claim.subject()) && !Hub.is(claim.object()) && !claim.isNegated()) {
      betweenOthers.add(said);
    }
    for (int i = 0; i < ends.size(); i++) {
      var hub = ends.get(i);
      var other = ends.get(1 - i);
      // Of two hubs the one that is mapped is asked whether it is of the other's kind.
      boolean isAsked = i == 0 || !Hub.is(other);
      if (Hub.is(hub) && isAsked && !Hub.prefix(other).equals(Hub.prefix(hub))) {
        if (claim.isNegated()) {
          denied.computeIfAbsent(other + "\t" + hub, _ -> new ArrayList<>()).add(said);
        } else {
          byOther.computeIfAbsent(other, _ -> new ArrayList<>()).add(new Mapping(hub, other, said));
        }
      }
    }
  }

  private void join() {
    byOther.forEach(this::join);
    members.forEach(this::noteVocabularies);
    betweenOthers.forEach(this::noteChain);
    denied.forEach((pair, said) -> {
      var ends = pair.split("\t", -1);
      conflicts.add(new Conflict(Conflict.Kind.DENIED, ends[0], true, List.of(ends[1]), said));
    });
    conflicts.sort(java.util.Comparator.comparing(Conflict::about).thenComparing(Conflict::kind));
  }

  private void join(String other, List<Mapping> mappings) {
    var targets = new TreeMap<String, List<Mapping>>();
    for (var mapping : mappings) {
      targets.computeIfAbsent(mapping.hub(), _ -> new ArrayList<>()).add(mapping);
    }
    var kind = Hub.kind(other);
    var differing = new TreeMap<String, List<Mapping>>();
    targets.forEach((hub, said) -> {
      if (kind != null && !kind.equals(Hub.kind(hub))) {
        differing.put(hub, said);
      }
    });
    differing.forEach((hub, said) -> {
      targets.remove(hub);
      conflicts.add(conflict(Conflict.Kind.KINDS_DIFFER, other, Map.of(hub, said)));
    });
    targets.keySet().removeIf(hub -> denied.containsKey(other + "\t" + hub));
    if (targets.size() == 1) {
      var hub = targets.firstKey();
      hubs.put(other, hub);
      members.computeIfAbsent(hub, _ -> new TreeSet<>()).add(other);
    } else if (targets.size() > 1) {
      conflicts.add(conflict(Conflict.Kind.TWO_HUBS, other, targets));
    }
  }

  /// Of two identifiers of which one leads to a hub, the other is not led on.
  private void noteChain(Said<Claim> said) {
    var subject = said.what().subject();
    var object = said.what().object();
    if (hubs.containsKey(subject) != hubs.containsKey(object)) {
      var led = hubs.containsKey(subject) ? subject : object;
      var left = hubs.containsKey(subject) ? object : subject;
      conflicts.add(new Conflict(Conflict.Kind.NO_CHAIN, left, true, List.of(led), List.of(said)));
    }
  }

  private static Conflict conflict(
      Conflict.Kind kind, String about, Map<String, List<Mapping>> targets) {
    var named = new ArrayList<String>();
    var said = new ArrayList<Said<Claim>>();
    new TreeMap<>(targets)
        .forEach((hub, mappings) -> {
          var bases = new TreeSet<String>();
          mappings.forEach(mapping -> {
            bases.add(mapping.basis());
            said.add(mapping.said());
          });
          named.add(hub + " (" + bases.first() + ")");
        });
    return new Conflict(kind, about, true, named, said);
  }

  private void noteVocabularies(String hub, SortedSet<String> ids) {
    var byPrefix = new TreeMap<String, List<String>>();
    ids.forEach(id -> byPrefix.computeIfAbsent(Hub.prefix(id), _ -> new ArrayList<>()).add(id));
    byPrefix.values().stream()
        .filter(several -> several.size() > 1)
        .forEach(several -> {
          var said = new ArrayList<Said<Claim>>();
          for (var id : several) {
            byOther.getOrDefault(id, List.of()).stream()
                .filter(mapping -> mapping.hub().equals(hub))
                .forEach(mapping -> said.add(mapping.said()));
          }
          conflicts.add(
              new Conflict(Conflict.Kind.TWO_OF_ONE_VOCABULARY, hub, false, several, said));
        });
  }

  /// The hub that an identifier leads to; itself where none is.
  public String resolve(String id) {
    return hubs.getOrDefault(id, id);
  }

  /// The identifiers that lead to a hub, sorted, without itself.
  public SortedSet<String> members(String hub) {
    return Collections.unmodifiableSortedSet(members.getOrDefault(hub, new TreeSet<>()));
  }

  /// Sorted by what they are about.
  public List<Conflict> conflicts() {
    return Collections.unmodifiableList(conflicts);
  }

  /// The conflicts about an identifier.
  public List<Conflict> conflicts(String id) {
    return conflicts.stream().filter(conflict -> conflict.about().equals(id)).toList();
  }
}
