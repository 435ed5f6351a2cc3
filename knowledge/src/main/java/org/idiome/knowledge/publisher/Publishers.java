package org.idiome.knowledge.publisher;

import java.net.URI;
import java.util.Collections;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.idiome.genomics.rule.RuleTable;
import org.idiome.knowledge.release.Licence;
import org.jspecify.annotations.Nullable;

/// The publishers that are known, by the names of their sources.
public final class Publishers {
  private static final SortedMap<String, Publisher> ALL = read();

  private Publishers() {}

  private static SortedMap<String, Publisher> read() {
    var all = new TreeMap<String, Publisher>();
    for (var row : RuleTable.beside(Publishers.class, "publishers.tsv").rows()) {
      var redistribution =
          Licence.Redistribution.valueOf(row.get("redistribution").toUpperCase(Locale.ROOT));
      var licence = new Licence(row.get("licence"), Licence.Basis.PUBLISHER, redistribution);
      all.put(
          row.get("name"),
          new Publisher(
              row.get("name"),
              row.get("title"),
              URI.create(row.get("url")),
              licence,
              Publisher.Form.valueOf(row.get("form").toUpperCase(Locale.ROOT)),
              row.get("login").equals("yes"),
              row.get("status").equals("confirmed")));
    }
    return Collections.unmodifiableSortedMap(all);
  }

  /// All of them, by name.
  public static SortedMap<String, Publisher> all() {
    return ALL;
  }

  /// The publisher of a source: by its name, or by the longest name of the table that stands before
  /// a hyphen in it, as `clinvar` of `clinvar-grch38`; null where there is none.
  public static @Nullable Publisher of(String source) {
    var name = source;
    while (true) {
      var found = ALL.get(name);
      int hyphen = name.lastIndexOf('-');
      if (found != null || hyphen < 0) {
        return found;
      }
      name = name.substring(0, hyphen);
    }
  }

  /// The licence under which the publisher gives a source, by the table.
  public static Licence licence(String source) {
    var publisher = of(source);
    return publisher == null ? Licence.NOT_KNOWN : publisher.licence();
  }
}
