import javax.tools.ToolProvider

// Adds SharedPluginLoader to the class path of Maven's JVM, where javac looks for it. If that fails, all is as right, but slower.
try {
    def here = new File(args[0])
    def classes = new File(args[1])
    classes.mkdirs()
    ToolProvider.systemJavaCompiler.run(null, null, null, '-d', classes.path, new File(here, 'SharedPluginLoader.java').path)
    def system = ClassLoader.systemClassLoader
    def append = system.class.getDeclaredMethod('appendToClassPathForInstrumentation', String)
    append.accessible = true
    append.invoke(system, classes.path + '/')
} catch (Exception | LinkageError e) {
    println "Error Prone is loaded for each compilation: $e"
}
