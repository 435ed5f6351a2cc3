package org.idiome.record.phenopacket;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.idiome.core.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/// What the persons of a pedigree are to the proband.
final class Kinship {
  /// Said of anybody whose place the pedigree does not tell.
  private static final String OTHER = "relative";

  private final Map<String, PedigreePerson> persons = new HashMap<>();
  private final String proband;

  Kinship(List<PedigreePerson> pedigree, String proband) {
    this.proband = proband;
    pedigree.forEach(person -> persons.put(person.id(), person));
  }

  /// Refuses a pedigree with one person twice, a parent of the wrong sex, or a person who is their
  /// own ancestor.
  static void requirePossible(List<PedigreePerson> pedigree, Message at, Reading reading) {
    var persons = new HashMap<String, PedigreePerson>();
    for (var person : pedigree) {
      if (persons.put(person.id(), person) != null) {
        throw reading.refuse(
            ProblemCode.PHENOPACKET_ID_REPEATED, at.value(), "id", Reading.quoted(person.id()));
      }
    }
    for (var person : pedigree) {
      if (person.father() != null && person.father().equals(person.mother())) {
        throw notPossible(at, reading, person.father(), "father and mother of one person");
      }
      requireSex(persons, person.father(), "female", person, at, reading);
      requireSex(persons, person.mother(), "male", person, at, reading);
    }
    var done = new HashSet<String>();
    for (var person : pedigree) {
      requireNoLoop(persons, person, done, at, reading);
    }
  }

  /// Refuses a pedigree that gives a person another sex than the packet does.
  static void requireSame(
      List<PedigreePerson> pedigree,
      String self,
      @Nullable String sex,
      Message at,
      Reading reading) {
    for (var person : pedigree) {
      boolean isOther = sex != null && person.sex() != null && !sex.equals(person.sex());
      if (person.id().equals(self) && isOther) {
        throw notPossible(at, reading, self, sex + " and " + person.sex());
      }
    }
  }

  private static void requireSex(
      Map<String, PedigreePerson> persons,
      @Nullable String parent,
      String wrong,
      PedigreePerson child,
      Message at,
      Reading reading) {
    var person = parent == null ? null : persons.get(parent);
    if (person != null && wrong.equals(person.sex())) {
      throw notPossible(at, reading, person.id() + " as parent of " + child.id(), wrong);
    }
  }

  private static ItemRefused notPossible(Message at, Reading reading, String who, String what) {
    return reading.refuse(
        ProblemCode.PHENOPACKET_PEDIGREE_NOT_POSSIBLE,
        at.value(),
        "person",
        Reading.quoted(who),
        "found",
        what);
  }

  /// Walks up both lines without recursion: a hostile pedigree may be deep.
  private static void requireNoLoop(
      Map<String, PedigreePerson> persons,
      PedigreePerson first,
      Set<String> done,
      Message at,
      Reading reading) {
    var path = new ArrayDeque<String>();
    var onPath = new HashSet<String>();
    path.push(first.id());
    while (!path.isEmpty()) {
      var id = path.peek();
      var person = persons.get(id);
      onPath.add(id);
      @Nullable String next = null;
      if (person != null && !done.contains(id)) {
        for (var parent : new @Nullable String[] {person.father(), person.mother()}) {
          if (parent != null && onPath.contains(parent)) {
            throw notPossible(at, reading, parent, "own ancestor");
          }
          if (parent != null && !done.contains(parent)) {
            next = parent;
          }
        }
      }
      if (next == null) {
        done.add(id);
        onPath.remove(id);
        path.pop();
      } else {
        path.push(next);
      }
    }
  }

  /// Id of the proband.
  String proband() {
    return proband;
  }

  /// What a person is to the proband, as a word such as `mother` or `half_brother`.
  String relation(String id, @Nullable String sex) {
    var self = persons.get(proband);
    var other = persons.get(id);
    if (self == null || other == null) {
      return OTHER;
    }
    if (id.equals(self.father())) {
      return "father";
    }
    if (id.equals(self.mother())) {
      return "mother";
    }
    if (proband.equals(other.father()) || proband.equals(other.mother())) {
      return bySex(sex, "daughter", "son", "child");
    }
    int shared = shared(self, other);
    if (shared == 2) {
      return bySex(sex, "sister", "brother", "sibling");
    }
    if (shared == 1) {
      return bySex(sex, "half_sister", "half_brother", "half_sibling");
    }
    return grandparent(self, id, sex);
  }

  private static String bySex(@Nullable String sex, String female, String male, String other) {
    if ("female".equals(sex)) {
      return female;
    }
    return "male".equals(sex) ? male : other;
  }

  private static int shared(PedigreePerson a, PedigreePerson b) {
    int father = a.father() != null && Objects.equals(a.father(), b.father()) ? 1 : 0;
    return father + (a.mother() != null && Objects.equals(a.mother(), b.mother()) ? 1 : 0);
  }

  private String grandparent(PedigreePerson self, String id, @Nullable String sex) {
    if (isParent(self.mother(), id)) {
      return "maternal_" + bySex(sex, "grandmother", "grandfather", "grandparent");
    }
    if (isParent(self.father(), id)) {
      return "paternal_" + bySex(sex, "grandmother", "grandfather", "grandparent");
    }
    return OTHER;
  }

  private boolean isParent(@Nullable String child, String id) {
    var person = child == null ? null : persons.get(child);
    return person != null && (id.equals(person.father()) || id.equals(person.mother()));
  }
}
