package org.idiome.knowledge.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.idiome.core.concept.Identifier;
import org.idiome.knowledge.home.Release;
import org.idiome.knowledge.packed.PackedRelease;
import org.idiome.knowledge.release.TermProperty;
import org.jspecify.annotations.Nullable;

/// Finds concepts of a snapshot by identifier and by name. Safe for several threads until it is
/// closed.
public final class ConceptSearch implements Closeable {
  /// With fewer hits, names that differ by a letter or two are looked for too.
  private static final int FEW = 5;

  private final List<PackedRelease> releases = new ArrayList<>();
  private final List<Concept> concepts = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, TreeSet<String>> alternatives = new HashMap<>();
  private final NameIndex index = new NameIndex();
  private final Mapped mapped;

  private ConceptSearch(Collection<Release> given) throws IOException {
    try {
      for (var release : given) {
        releases.add(release.open());
      }
      mapped = new Mapped(releases);
      mapped
          .exact()
          .forEach((id, leads) -> {
            if (!mapped.inFrontOf(id).isEmpty()) {
              leads.forEach(lead -> concepts.get(number(lead)).mapped(id));
            }
          });
      releases.forEach(this::read);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /// Reads the names of releases; where two name a concept, the first names it in hits.
  public static ConceptSearch open(Collection<Release> releases) throws IOException {
    return new ConceptSearch(releases);
  }

  private int number(String id) {
    var known = numbers.putIfAbsent(id, concepts.size());
    if (known != null) {
      return known;
    }
    concepts.add(new Concept(id));
    return concepts.size() - 1;
  }

  private void read(PackedRelease release) {
    for (int i = 0; i < release.terms(); i++) {
      var property = release.property(i);
      if (property == TermProperty.COLUMNS) {
        continue;
      }
      var term = release.term(i);
      var leads = mapped.inFrontOf(term.id());
      if (leads.isEmpty()) {
        take(number(term.id()), property, term.value());
      } else {
        leads.forEach(lead -> takeMapped(number(lead), property, term.value()));
      }
    }
  }

  private void take(int number, TermProperty property, String value) {
    var concept = concepts.get(number);
    var on = MatchedOn.of(property);
    if (on == MatchedOn.NAME) {
      concept.named(value);
    }
    if (on != null) {
      index.add(number, on, value);
      return;
    }
    switch (property) {
      case OBSOLETE -> concept.obsolete();
      case ALTERNATIVE_ID ->
          alternatives.computeIfAbsent(value, _ -> new TreeSet<>()).add(concept.id());
      case CATEGORY, REPLACED_BY, CONSIDER -> concept.say(property, value);
      case NAME,
          DEFINITION,
          EXACT_SYNONYM,
          BROAD_SYNONYM,
          NARROW_SYNONYM,
          RELATED_SYNONYM,
          APPROVED_SYMBOL,
          ENTRY_SYMBOL,
          PREVIOUS_SYMBOL,
          ALIAS_SYMBOL,
          VERSION,
          IN_TAXON,
          COLUMNS -> {
        // Looked for above, or nothing that a hit shows.
      }
    }
  }

  private void takeMapped(int number, TermProperty property, String value) {
    var on = MatchedOn.of(property);
    if (on == MatchedOn.NAME) {
      concepts.get(number).namedElsewhere(value);
    }
    if (on != null) {
      boolean isName = on == MatchedOn.NAME || on == MatchedOn.SYNONYM;
      index.add(number, isName ? MatchedOn.MAPPED_NAME : on, value);
    }
  }

  /// The best hits for a query; none where nothing is met.
  ///
  /// @param query an identifier in any spelling, or words
  /// @param limit at most so many
  public List<Hit> find(String query, int limit) {
    var asked = query.strip();
    var ranking = new Ranking(this::annotations);
    var id = identifier(asked);
    if (id != null) {
      identified(id, ranking);
      if (ranking.size() > 0) {
        return ranking.first(limit);
      }
    }
    var tokens = new Folding().tokens(asked);
    if (tokens.size() > 1 && tokens.getFirst().word().equals("obsolete")) {
      tokens = tokens.subList(1, tokens.size());
    }
    if (!tokens.isEmpty()) {
      named(new Query(tokens, index), limit, ranking);
    }
    return ranking.first(limit);
  }

  private static @Nullable String identifier(String asked) {
    boolean hasBlank = asked.chars().anyMatch(Character::isWhitespace);
    return !hasBlank && Identifier.of(asked) instanceof Identifier.Understood understood
        ? understood.curie()
        : null;
  }

  private void identified(String id, Ranking ranking) {
    var own = numbers.get(id);
    if (own != null) {
      ranking.add(concepts.get(own), Match.IDENTIFIER, 0, MatchedOn.ID, id);
    }
    for (var other : alternatives.getOrDefault(id, new TreeSet<>())) {
      meet(other, MatchedOn.ALTERNATIVE_ID, id, ranking);
    }
    for (var lead : mapped.about(id)) {
      meet(lead, MatchedOn.MAPPED_ID, id, ranking);
    }
    if (ranking.size() == 0 && annotations(id) > 0) {
      ranking.add(new Concept(id), Match.IDENTIFIER, 0, MatchedOn.ID, id);
    }
  }

  private void meet(String concept, MatchedOn on, String id, Ranking ranking) {
    var number = numbers.get(concept);
    var met = number == null ? new Concept(concept) : concepts.get(number);
    ranking.add(met, Match.IDENTIFIER, 0, on, id);
  }

  private void named(Query query, int limit, Ranking ranking) {
    var whole = query.whole();
    add(whole, ranking, text -> new Way(match(query, text), 0));
    // A name of which the last word is cut stands behind those that have it whole.
    add(
        query.begun(),
        ranking,
        text ->
            text.on() == MatchedOn.NAME && query.startsBegun(text)
                ? new Way(Match.STARTS, 1)
                : new Way(Match.PREFIX, 0));
    if (ranking.live() < limit) {
      add(query.inside(), ranking, _ -> new Way(Match.INSIDE, 0));
    }
    if (ranking.live() < limit) {
      defined(whole, ranking);
    }
    if (ranking.size() < Math.min(FEW, limit)) {
      add(query.nearly(), ranking, text -> new Way(Match.FUZZY, query.distance(text)));
    }
    if (ranking.size() == 0) {
      add(query.hardly(), ranking, text -> new Way(Match.FUZZY, query.distance(text)));
    }
  }

  private static Match match(Query query, NameIndex.Text text) {
    boolean isName = text.on() == MatchedOn.NAME;
    if (query.isAll(text)) {
      return isName ? Match.EXACT_NAME : Match.EXACT_SYNONYM;
    }
    return isName && query.starts(text) ? Match.STARTS : Match.WORDS;
  }

  private record Way(Match match, int step) {}

  private void add(BitSet found, Ranking ranking, Function<NameIndex.Text, Way> judging) {
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      var text = index.text(i);
      if (text.on() != MatchedOn.DEFINITION) {
        var way = judging.apply(text);
        ranking.add(concepts.get(text.concept()), way.match(), way.step(), text.on(), text.text());
      }
    }
  }

  private void defined(BitSet found, Ranking ranking) {
    for (int i = found.nextSetBit(0); i >= 0; i = found.nextSetBit(i + 1)) {
      var text = index.text(i);
      if (text.on() == MatchedOn.DEFINITION) {
        ranking.add(concepts.get(text.concept()), Match.DEFINITION, 0, text.on(), text.text());
      }
    }
  }

  /// How many claims speak of an identifier.
  private long annotations(String id) {
    long count = 0;
    for (var release : releases) {
      int name = release.name(id);
      if (name != PackedRelease.ABSENT) {
        count += release.claimsFrom(name + 1) - release.claimsFrom(name);
        count += release.claimsAbout(name).length;
      }
    }
    return count;
  }

  @Override
  public void close() {
    releases.forEach(PackedRelease::close);
  }
}
