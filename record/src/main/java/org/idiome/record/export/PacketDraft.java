package org.idiome.record.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.idiome.core.canonical.Json;
import org.jspecify.annotations.Nullable;

/// A packet in the making: items by block, which can be taken out again by their pointers.
final class PacketDraft {
  private final TreeMap<String, List<Json>> blocks = new TreeMap<>();
  private final TreeMap<String, Json> subject = new TreeMap<>();

  /// Adds an item to a block such as `diseases`, or `biosamples/0/measurements`.
  void add(String block, @Nullable Json item) {
    if (item != null) {
      blocks.computeIfAbsent(block, _ -> new ArrayList<>()).add(item);
    }
  }

  /// Sets a member of the subject that one statement becomes.
  void subject(String kind, String member, @Nullable Json value) {
    if (value != null) {
      subject.put(kind + "/" + member, value);
    }
  }

  /// Takes items out; false where there is none of them.
  ///
  /// @param items pointers such as `/diseases/3`; `/subject/KIND` for what that kind became
  boolean remove(Set<String> items) {
    int before = size();
    subject.keySet().removeIf(name -> items.contains("/subject/" + name.split("/", 2)[0]));
    blocks.replaceAll((block, all) -> {
      var kept = new ArrayList<Json>();
      for (int i = 0; i < all.size(); i++) {
        if (!items.contains("/" + block + "/" + i)) {
          kept.add(all.get(i));
        }
      }
      return kept;
    });
    return size() < before;
  }

  private int size() {
    return subject.size() + blocks.values().stream().mapToInt(List::size).sum();
  }

  /// A block; null where it is empty.
  @Nullable Json block(String name) {
    var items = blocks.get(name);
    return items == null || items.isEmpty() ? null : new Json.Arr(items);
  }

  /// The members of the subject.
  void subjectInto(Json.Builder out) {
    subject.forEach((name, value) -> out.put(name.split("/", 2)[1], value));
  }
}
