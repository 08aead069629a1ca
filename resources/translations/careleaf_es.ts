<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>FindBar</name>
    <message>
        <source>Not on this page</source>
        <translation>No está en esta página</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
    </message>
    <message>
        <source>Find on this page</source>
        <translation>Buscar en esta página</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar aquí</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Buscar anterior</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Buscar siguiente</translation>
    </message>
    <message>
        <source>Close find</source>
        <translation>Cerrar la búsqueda en la página</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>Back at the top</source>
        <translation>De nuevo al principio</translation>
    </message>
    <message>
        <source>Back at the end</source>
        <translation>De nuevo al final</translation>
    </message>
</context>
<context>
    <name>GlossaryPopup</name>
    <message>
        <source>See all words</source>
        <translation>Ver todas las palabras</translation>
    </message>
</context>
<context>
    <name>IndexBar</name>
    <message>
        <source>Preparing search</source>
        <translation>Preparando la búsqueda</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Preparing search: {done} of {total} topics</source>
        <translation>Preparando la búsqueda: {done} de {total} temas</translation>
    </message>
    <message>
        <source>Preparing search: another window is at work on it</source>
        <translation>Preparando la búsqueda: otra ventana trabaja en ello</translation>
    </message>
    <message>
        <source>Search finds titles only: its index cannot be kept here.</source>
        <translation>La búsqueda solo encuentra títulos: aquí no se puede guardar su índice.</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Open a web page?</source>
        <translation>¿Abrir una página web?</translation>
    </message>
    <message>
        <source>This link leaves Careleaf and goes to the internet:</source>
        <translation>Este enlace sale de Careleaf y lleva a internet:</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Abrir en el navegador</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Quedarme aquí</translation>
    </message>
    <message>
        <source>No browser</source>
        <translation>No hay navegador</translation>
    </message>
    <message>
        <source>This computer has no program that opens web pages.</source>
        <translation>Esta computadora no tiene ningún programa que abra páginas web.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Número de teléfono</translation>
    </message>
    <message>
        <source>Call this number:</source>
        <translation>Llame a este número:</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Results: {}</source>
        <translation>Resultados: {}</translation>
    </message>
    <message>
        <source>Search is being prepared. So far it looks at titles only.</source>
        <translation>La búsqueda se está preparando. Por ahora solo busca en los títulos.</translation>
    </message>
    <message>
        <source>Search looks at titles only.</source>
        <translation>La búsqueda solo busca en los títulos.</translation>
    </message>
    <message>
        <source>Showing results for {}</source>
        <translation>Se muestran resultados de {}</translation>
    </message>
    <message>
        <source>No title has these words.</source>
        <translation>Ningún título tiene estas palabras.</translation>
    </message>
    <message>
        <source>No page has these words. You can go on from here:</source>
        <translation>Ninguna página tiene estas palabras. Puede seguir desde aquí:</translation>
    </message>
    <message>
        <source>In plain language</source>
        <translation>En lenguaje sencillo</translation>
    </message>
    <message>
        <source>In the clinical text</source>
        <translation>En el texto clínico</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search, like “blood thinner”</source>
        <translation>Buscar, por ejemplo «anticoagulante»</translation>
    </message>
    <message>
        <source>Search ({})</source>
        <translation>Buscar ({})</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search results</source>
        <translation>Resultados de la búsqueda</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Todos los temas</translation>
    </message>
</context>
<context>
    <name>SectionsView</name>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>Toolbar</name>
    <message>
        <source>Toolbar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Letra más pequeña</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Plain language</source>
        <translation>Lenguaje sencillo</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
</context>
<context>
    <name>TopicFilter</name>
    <message>
        <source>Filter topics</source>
        <translation>Filtrar temas</translation>
    </message>
    <message>
        <source>No topic has this word.</source>
        <translation>Ningún tema tiene esta palabra.</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Web page: {}</source>
        <translation>Página web: {}</translation>
    </message>
</context>
</TS>
