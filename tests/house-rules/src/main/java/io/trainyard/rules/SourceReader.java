package io.trainyard.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Walks one parsed file and notes its types and methods. */
final class SourceReader extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final CompilationUnitTree unit;
    private final Trees trees;
    private final Deque<ClassTree> around = new ArrayDeque<>();
    private final List<SourceType> types = new ArrayList<>();
    private final List<SourceMethod> methods = new ArrayList<>();

    private SourceReader(CompilationUnitTree unit, Trees trees) {
        this.unit = unit;
        this.trees = trees;
    }

    static SourceFile read(String path, CompilationUnitTree unit, Trees trees) throws IOException {
        var reader = new SourceReader(unit, trees);
        reader.scan(unit, null);
        int lines = (int)
                unit.getSourceFile().getCharContent(true).toString().lines().count();
        return new SourceFile(path, lines, reader.types, reader.methods);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        boolean anonymous = type.getSimpleName().isEmpty();
        if (!anonymous) {
            boolean visible = isPublic(type) && around.stream().allMatch(SourceReader::isPublic);
            boolean documented = trees.getDocComment(getCurrentPath()) != null;
            types.add(new SourceType(
                    type.getSimpleName().toString(), line(start(type)), around.isEmpty(), visible, documented));
        }
        around.push(type);
        super.visitClass(type, nothing);
        around.pop();
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
        ClassTree owner = around.peek();
        if (method.getBody() != null && start(method) >= 0 && owner != null) {
            boolean constructor = method.getName().contentEquals("<init>");
            String type = owner.getSimpleName().toString();
            long first = line(start(method));
            long last = line(trees.getSourcePositions().getEndPosition(unit, method) - 1);
            methods.add(new SourceMethod(
                    type + "." + (constructor ? type : method.getName()),
                    first,
                    last - first + 1,
                    method.getParameters().size(),
                    constructor && owner.getKind() == Tree.Kind.CLASS));
        }
        return super.visitMethod(method, nothing);
    }

    private static boolean isPublic(ClassTree type) {
        return type.getModifiers().getFlags().contains(Modifier.PUBLIC);
    }

    private long start(Tree tree) {
        return trees.getSourcePositions().getStartPosition(unit, tree);
    }

    private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
    }
}
