package org.idiome.knowledge.source.ontology;

import java.util.Locale;

/// The short name of an ontology, from how its file calls itself.
final class OntologyName {
  private static final String HOME = "purl.obolibrary.org/obo/";

  private OntologyName() {}

  /// `hp` of `http://purl.obolibrary.org/obo/hp.json`, `mondo-imports-go_import` of
  /// `mondo/imports/go_import`, `ontology` of what has no name.
  static String of(String text) {
    int home = text.indexOf(HOME);
    var path = home < 0 ? text : text.substring(home + HOME.length());
    int scheme = path.indexOf("://");
    path = scheme < 0 ? path : path.substring(scheme + "://".length());
    for (var ending : new String[] {".json", ".owl", ".obo"}) {
      if (path.endsWith(ending)) {
        path = path.substring(0, path.length() - ending.length());
      }
    }
    var name = new StringBuilder();
    for (char c : path.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
      if (isPlain) {
        name.append(c);
      } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
        name.append('-');
      }
    }
    return name.isEmpty() ? "ontology" : name.toString();
  }
}
