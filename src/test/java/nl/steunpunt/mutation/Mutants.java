package nl.steunpunt.mutation;

import static com.sun.source.tree.Tree.Kind.CONDITIONAL_AND;
import static com.sun.source.tree.Tree.Kind.CONDITIONAL_OR;
import static com.sun.source.tree.Tree.Kind.EQUAL_TO;
import static com.sun.source.tree.Tree.Kind.GREATER_THAN;
import static com.sun.source.tree.Tree.Kind.GREATER_THAN_EQUAL;
import static com.sun.source.tree.Tree.Kind.LESS_THAN;
import static com.sun.source.tree.Tree.Kind.LESS_THAN_EQUAL;
import static com.sun.source.tree.Tree.Kind.LOGICAL_COMPLEMENT;
import static com.sun.source.tree.Tree.Kind.NOT_EQUAL_TO;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Every comparison of a source file, changed in each way that a slip of the pen could: the border
 * moved by one and the sense turned round, "and" for "or", a negation dropped, before for after,
 * least for most, a rule of an order left out.
 */
final class Mutants extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final Map<Tree.Kind, List<String>> OPERATORS =
      Map.of(
          LESS_THAN, List.of("<=", ">="),
          LESS_THAN_EQUAL, List.of("<", ">"),
          GREATER_THAN, List.of(">=", "<="),
          GREATER_THAN_EQUAL, List.of(">", "<"),
          EQUAL_TO, List.of("!="),
          NOT_EQUAL_TO, List.of("=="),
          CONDITIONAL_AND, List.of("||"),
          CONDITIONAL_OR, List.of("&&"));

  private static final Set<String> QUESTIONS =
      Set.of("equals", "contains", "containsKey", "isEmpty", "matches", "isHelpdesk", "isFull");

  private static final Map<String, String> OPPOSITES =
      Map.of(
          "isBefore", "isAfter",
          "isAfter", "isBefore",
          "noneMatch", "anyMatch",
          "anyMatch", "noneMatch",
          "min", "max",
          "max", "min");

  private final Path file;
  private final String source;
  private final CompilationUnitTree unit;
  private final SourcePositions positions;
  private final List<Mutant> found = new ArrayList<>();

  private Mutants(Path file, String source, CompilationUnitTree unit, SourcePositions positions) {
    this.file = file;
    this.source = source;
    this.unit = unit;
    this.positions = positions;
  }

  static List<Mutant> of(Path file) throws IOException {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(null, files, null, null, null, files.getJavaFileObjects(file));
      var unit = task.parse().iterator().next();
      var mutants =
          new Mutants(
              file, Files.readString(file), unit, Trees.instance(task).getSourcePositions());
      mutants.scan(unit, null);
      return mutants.found;
    }
  }

  @Override
  public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void none) {
    for (var operator : OPERATORS.getOrDefault(tree.getKind(), List.of())) {
      change(
          tree, text(tree.getLeftOperand()) + " " + operator + " " + text(tree.getRightOperand()));
    }
    return super.visitBinary(tree, none);
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void none) {
    if (tree.getKind() == LOGICAL_COMPLEMENT) {
      change(tree, text(tree.getExpression()));
    }
    return super.visitUnary(tree, none);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void none) {
    if (tree.getMethodSelect() instanceof MemberSelectTree method) {
      var name = method.getIdentifier().toString();
      if (OPPOSITES.containsKey(name)) {
        var owner = text(method.getExpression());
        var arguments = source.substring(end(method), end(tree));
        change(tree, owner + "." + OPPOSITES.get(name) + arguments);
        if (name.startsWith("is")) {
          change(tree, "!" + owner + "." + OPPOSITES.get(name) + arguments);
        }
      } else if (name.startsWith("thenComparing")) {
        change(tree, text(method.getExpression()));
      } else if (QUESTIONS.contains(name)) {
        change(tree, "!" + text(tree));
      }
    }
    return super.visitMethodInvocation(tree, none);
  }

  private void change(Tree tree, String becomes) {
    var mutated =
        source.substring(0, start(tree)) + "(" + becomes + ")" + source.substring(end(tree));
    found.add(
        new Mutant(
            file, unit.getLineMap().getLineNumber(start(tree)), text(tree), becomes, mutated));
  }

  private String text(Tree tree) {
    return source.substring(start(tree), end(tree));
  }

  private int start(Tree tree) {
    return (int) positions.getStartPosition(unit, tree);
  }

  private int end(Tree tree) {
    return (int) positions.getEndPosition(unit, tree);
  }
}
