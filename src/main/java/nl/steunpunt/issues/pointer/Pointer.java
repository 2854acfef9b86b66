package nl.steunpunt.issues.pointer;

import org.jspecify.annotations.Nullable;

/**
 * @param address null: who reads the title knows where it is
 */
public record Pointer(long id, PointerKind kind, String title, @Nullable String address) {}
