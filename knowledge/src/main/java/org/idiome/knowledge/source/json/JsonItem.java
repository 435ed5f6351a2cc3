package org.idiome.knowledge.source.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of JSON that is held whole. A null is absent.
public sealed interface JsonItem {
  /// A text; a number or `true` as it is written.
  record Text(String text) implements JsonItem {}

  /// An array.
  record Items(List<JsonItem> items) implements JsonItem {
    /// Copies the list.
    public Items {
      items = List.copyOf(items);
    }
  }

  /// An object, its members in the order of the file; of a name that stands twice the last.
  record Fields(Map<String, JsonItem> fields) implements JsonItem {
    /// Nothing.
    public static final Fields NONE = new Fields(Map.of());

    /// Copies the map.
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The text of a member; empty where it is absent or no text.
    public String text(String name) {
      return fields.get(name) instanceof Text text ? text.text() : "";
    }

    /// The members of a member; none where it is absent or no object.
    public Fields object(String name) {
      return fields.get(name) instanceof Fields object ? object : NONE;
    }

    /// The objects in a member that is an array.
    public List<Fields> objects(String name) {
      var objects = new ArrayList<Fields>();
      if (fields.get(name) instanceof Items array) {
        for (var item : array.items()) {
          if (item instanceof Fields object) {
            objects.add(object);
          }
        }
      }
      return objects;
    }

    /// The texts in a member that is an array, or the one that it is.
    public List<String> texts(String name) {
      var texts = new ArrayList<String>();
      switch (fields.get(name)) {
        case Items array -> {
          for (var item : array.items()) {
            if (item instanceof Text text) {
              texts.add(text.text());
            }
          }
        }
        case Text text -> texts.add(text.text());
        case Fields _ -> {}
        case null -> {}
      }
      return texts;
    }
  }

  /// The item in one text, arrays joined by `|`, objects by their members.
  default String flat() {
    return switch (this) {
      case Text text -> text.text();
      case Items array -> String.join("|", array.items().stream().map(JsonItem::flat).toList());
      case Fields object -> {
        var parts = new ArrayList<String>();
        object.fields().forEach((name, item) -> parts.add(name + ":" + item.flat()));
        yield String.join(",", parts);
      }
    };
  }
}
