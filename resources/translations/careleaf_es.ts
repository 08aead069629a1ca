<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Attention</name>
    <message>
        <source>You have more time now. This screen will wait longer for you.</source>
        <translation>Ahora tiene más tiempo. Esta pantalla le esperará más tiempo.</translation>
    </message>
</context>
<context>
    <name>BlankFields</name>
    <message>
        <source>Fill in</source>
        <translation>Para rellenar</translation>
    </message>
    <message>
        <source>What you type is printed, and not kept. A field that you leave empty is a line to write on.</source>
        <translation>Lo que escriba se imprime y no se guarda. Un campo que deje vacío queda como una línea para escribir a mano.</translation>
    </message>
</context>
<context>
    <name>ClinicPage</name>
    <message>
        <source>Clinic settings</source>
        <translation>Configuración de la clínica</translation>
    </message>
    <message>
        <source>As usual in the region</source>
        <translation>El habitual de la región</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>This was found in the file:</source>
        <translation>Esto se encontró en el archivo:</translation>
    </message>
    <message>
        <source>Careleaf never guesses it. Without one, pages say “your local emergency number”.</source>
        <translation>Careleaf nunca lo adivina. Sin él, las páginas dicen «número local de emergencias».</translation>
    </message>
    <message>
        <source>Emergency number</source>
        <translation>Número de emergencias</translation>
    </message>
    <message>
        <source>Care team&apos;s telephone</source>
        <translation>Teléfono del equipo de atención</translation>
    </message>
    <message>
        <source>Logo, for handouts</source>
        <translation>Logotipo, para las hojas impresas</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
    <message>
        <source>Those that readers may choose from. The first one is the one to begin in.</source>
        <translation>Los que se pueden elegir. El primero es el idioma con el que se empieza.</translation>
    </message>
    <message>
        <source>Name of the clinic</source>
        <translation>Nombre de la clínica</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>The settings in use belong to the whole computer. When you save, a copy of all of them is kept for you in this file, and from then on only your own count for you.</source>
        <translation>La configuración en uso es la de toda la computadora. Al guardar, se hace en este archivo una copia completa para usted y, desde entonces, para usted solo vale la suya.</translation>
    </message>
    <message>
        <source>These settings are your own. Those of the whole computer, in {}, do not count for you.</source>
        <translation>Esta configuración es solo suya. La de toda la computadora, en {}, no vale para usted.</translation>
    </message>
    <message>
        <source>All settings are kept in this file.</source>
        <translation>Toda la configuración se guarda en este archivo.</translation>
    </message>
    <message>
        <source>The folders of topics and the waiting-room screen (library, kiosk) are set in the file itself; docs/clinic-settings.md explains every line.</source>
        <translation>Las carpetas de temas y la pantalla de la sala de espera (library, kiosk) se configuran en el propio archivo; docs/clinic-settings.md explica cada línea.</translation>
    </message>
    <message>
        <source>Where this is kept</source>
        <translation>Dónde se guarda</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Nobody can dial this. Write one number and nothing else, such as 555-0100.</source>
        <translation>Esto no se puede marcar. Escriba un solo número y nada más, como 555-0100.</translation>
    </message>
    <message>
        <source>Offer at least one.</source>
        <translation>Ofrezca al menos uno.</translation>
    </message>
    <message>
        <source>This file has to be mended in an editor first, at the line named above. Careleaf does not write over it.</source>
        <translation>Primero hay que corregir este archivo en un editor, en la línea indicada arriba. Careleaf no lo sobrescribe.</translation>
    </message>
    <message>
        <source>You may not write this file, so nothing can be changed here.</source>
        <translation>Usted no tiene permiso para escribir en este archivo, así que aquí no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>Cannot be saved yet. Look at: {}</source>
        <translation>Todavía no se puede guardar. Revise: {}</translation>
    </message>
    <message>
        <source>Nothing has been changed.</source>
        <translation>No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>Cannot be saved yet. Say that the emergency number is right.</source>
        <translation>Todavía no se puede guardar. Confirme que el número de emergencias es correcto.</translation>
    </message>
</context>
<context>
    <name>ClinicSettings</name>
    <message>
        <source>Line {line}: {sentence}</source>
        <translation>Línea {line}: {sentence}</translation>
    </message>
    <message>
        <source>Somebody else has changed these settings while this page was open, so nothing was saved. Close this page, open it again, and look at what they are now.</source>
        <translation>Otra persona cambió esta configuración mientras esta página estaba abierta, así que no se guardó nada. Cierre esta página, vuelva a abrirla y revise cómo está ahora.</translation>
    </message>
    <message>
        <source>The settings file has to be mended in an editor first. Nothing was saved.</source>
        <translation>Primero hay que corregir el archivo de configuración en un editor. No se guardó nada.</translation>
    </message>
    <message>
        <source>The logo can no longer be read. Nothing was saved. Choose it again, or remove it.</source>
        <translation>El logotipo ya no se puede leer. No se guardó nada. Vuelva a elegirlo, o quítelo.</translation>
    </message>
    <message>
        <source>The settings could not be written: {}. The file is as it was. Mend that, and press Save again.</source>
        <translation>No se pudo escribir la configuración: {}. El archivo está como estaba. Solucione eso y vuelva a pulsar Guardar.</translation>
    </message>
    <message>
        <source>Careleaf cannot change this file without losing something in it, so nothing was saved. Change it in an editor.</source>
        <translation>Careleaf no puede cambiar este archivo sin perder algo de lo que contiene, así que no se guardó nada. Cámbielo en un editor.</translation>
    </message>
</context>
<context>
    <name>FieldBox</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Borrar la búsqueda</translation>
    </message>
</context>
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
    <name>Handout</name>
    <message>
        <source>This handout could not be put together from the topic&apos;s text. Choose other sections, or have the topic checked.</source>
        <translation>No se pudo preparar esta hoja con el texto del tema. Elija otras secciones o pida que revisen el tema.</translation>
    </message>
    <message>
        <source>The part of Careleaf that makes handouts has stopped. Try again; if it stops again, choose fewer sections.</source>
        <translation>La parte de Careleaf que prepara las hojas se ha detenido. Inténtelo de nuevo; si se detiene otra vez, elija menos secciones.</translation>
    </message>
    <message>
        <source>This handout took longer than a minute, so it was stopped. Choose fewer sections, or try again.</source>
        <translation>Esta hoja tardaba más de un minuto y se detuvo. Elija menos secciones o inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>You stopped this handout. Try again, or choose something else.</source>
        <translation>Usted detuvo esta hoja. Inténtelo de nuevo o elija otra cosa.</translation>
    </message>
    <message>
        <source>The handout was not saved: there is no room left in {folder}. Make room there, or choose another folder.</source>
        <translation>La hoja no se guardó: ya no queda espacio en {folder}. Haga espacio allí o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The handout was not saved: {folder} cannot be written to. Choose another folder.</source>
        <translation>La hoja no se guardó: no se puede escribir en {folder}. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The handout was not saved as {name} in {folder}. Choose another name or folder.</source>
        <translation>La hoja no se guardó como {name} en {folder}. Elija otro nombre u otra carpeta.</translation>
    </message>
</context>
<context>
    <name>HandoutChoices</name>
    <message>
        <source>What to print</source>
        <translation>Qué imprimir</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Second language beside it</source>
        <translation>Segundo idioma al lado</translation>
    </message>
    <message>
        <source>Print size</source>
        <translation>Tamaño de letra impresa</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papel</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Esta página</translation>
    </message>
    <message>
        <source>Caring for yourself at home</source>
        <translation>Cómo cuidarse en casa</translation>
    </message>
    <message>
        <source>Whole topic</source>
        <translation>Todo el tema</translation>
    </message>
    <message>
        <source>Chosen sections</source>
        <translation>Secciones elegidas</translation>
    </message>
    <message>
        <source>Plain language</source>
        <translation>Lenguaje sencillo</translation>
    </message>
    <message>
        <source>For health workers</source>
        <translation>Para personal de salud</translation>
    </message>
    <message>
        <source>Standard, 14 pt</source>
        <translation>Normal, 14 pt</translation>
    </message>
    <message>
        <source>Large, 18 pt</source>
        <translation>Grande, 18 pt</translation>
    </message>
    <message>
        <source>Extra large, 24 pt</source>
        <translation>Muy grande, 24 pt</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
</context>
<context>
    <name>HandoutDialog</name>
    <message>
        <source>Handout: {}</source>
        <translation>Hoja para llevar: {}</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimir…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Guardar como PDF…</translation>
    </message>
    <message>
        <source>Clinic settings…</source>
        <translation>Configuración de la clínica…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Choose at least one section.</source>
        <translation>Elija al menos una sección.</translation>
    </message>
    <message>
        <source>The pages cannot be shown. Try again.</source>
        <translation>No se pueden mostrar las páginas. Inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>Preparando las páginas</translation>
    </message>
    <message>
        <source>Printing page {page} of {pages}</source>
        <translation>Imprimiendo la página {page} de {pages}</translation>
    </message>
</context>
<context>
    <name>HandoutOutput</name>
    <message>
        <source>No printer is set up on this computer. Save the handout as a PDF, and print it where there is one.</source>
        <translation>Esta computadora no tiene ninguna impresora. Guarde la hoja como PDF e imprímala donde haya una.</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Hoja para llevar</translation>
    </message>
    <message>
        <source>Printing was stopped.</source>
        <translation>Se detuvo la impresión.</translation>
    </message>
    <message>
        <source>Save the handout</source>
        <translation>Guardar la hoja</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Documentos PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Saved as {}</source>
        <translation>Guardada como {}</translation>
    </message>
    <message>
        <source>The printer did not take the handout. See that it is switched on and has paper, and try again; or save the handout as a PDF.</source>
        <translation>La impresora no aceptó la hoja. Compruebe que esté encendida y tenga papel, e inténtelo de nuevo; o guarde la hoja como PDF.</translation>
    </message>
    <message>
        <source>Sent to {}</source>
        <translation>Enviada a {}</translation>
    </message>
</context>
<context>
    <name>HandoutPreview</name>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Arrow keys scroll. To hear the words of the pages, save the PDF and open it.</source>
        <translation>Las flechas desplazan las páginas. Para oír su texto, guarde el PDF y ábralo.</translation>
    </message>
    <message>
        <source>Updating</source>
        <translation>Actualizando</translation>
    </message>
    <message>
        <source>Preview of the handout</source>
        <translation>Vista previa de la hoja</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Página {page} de {pages}</translation>
    </message>
    <message>
        <source>Preview of the handout, page {page} of {pages}</source>
        <translation>Vista previa de la hoja, página {page} de {pages}</translation>
    </message>
</context>
<context>
    <name>HandoutStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>HearingRow</name>
    <message>
        <source>Sound</source>
        <translation>Sonido</translation>
    </message>
    <message>
        <source>Stop spoken mode</source>
        <translation>Apagar el modo hablado</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>Más bajo</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Más alto</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Helping</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
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
        <source>Search finds titles only on this computer. Ask the person who looks after it.</source>
        <translation>En esta computadora, la búsqueda solo encuentra títulos. Avise a la persona encargada.</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Keyboard</source>
        <translation>Teclado</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation>Borrar todo</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Hide keyboard</source>
        <translation>Ocultar el teclado</translation>
    </message>
    <message>
        <source>Delete one letter</source>
        <translation>Borrar una letra</translation>
    </message>
    <message>
        <source>Accent on the next letter</source>
        <translation>Acento en la letra siguiente</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Números</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Go on to the next control, or the next link of the page</source>
        <translation>Ir al control siguiente o al enlace siguiente de la página</translation>
    </message>
    <message>
        <source>Go back to the one before</source>
        <translation>Volver al anterior</translation>
    </message>
    <message>
        <source>Go on to the next part of the window</source>
        <translation>Ir a la parte siguiente de la ventana</translation>
    </message>
    <message>
        <source>Go back to the part before</source>
        <translation>Volver a la parte anterior</translation>
    </message>
    <message>
        <source>Press a button, open a row or a link, show what a word means</source>
        <translation>Pulsar un botón, abrir una fila o un enlace, ver qué significa una palabra</translation>
    </message>
    <message>
        <source>Press a button, turn a switch on or off, open a menu</source>
        <translation>Pulsar un botón, activar o desactivar un interruptor, abrir un menú</translation>
    </message>
    <message>
        <source>Go through a list, a menu or answers; scroll the page</source>
        <translation>Recorrer una lista, un menú o unas respuestas; desplazar la página</translation>
    </message>
    <message>
        <source>Scroll the page by a screen</source>
        <translation>Desplazar la página una pantalla</translation>
    </message>
    <message>
        <source>Go to the beginning or the end of the page or the list</source>
        <translation>Ir al principio o al final de la página o de la lista</translation>
    </message>
    <message>
        <source>Close what opened last, and go back to where you were</source>
        <translation>Cerrar lo último que se abrió y volver a donde estaba</translation>
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
        <source>This page</source>
        <translation>Esta página</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Cerrar la ventana</translation>
    </message>
    <message>
        <source>Move about</source>
        <translation>Moverse</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Ir a una página</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search all pages; arrows choose, Enter opens</source>
        <translation>Buscar en todas las páginas; las flechas eligen, Enter abre</translation>
    </message>
    <message>
        <source>Find words on this page</source>
        <translation>Buscar palabras en esta página</translation>
    </message>
    <message>
        <source>The next place that was found</source>
        <translation>El siguiente lugar encontrado</translation>
    </message>
    <message>
        <source>The place before</source>
        <translation>El lugar anterior</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Letra más pequeña</translation>
    </message>
    <message>
        <source>Text in its standard size</source>
        <translation>Letra de tamaño normal</translation>
    </message>
    <message>
        <source>Read the selected text aloud, or the page if none is selected; press again to stop</source>
        <translation>Leer en voz alta el texto seleccionado o, si no hay ninguno, la página; pulse otra vez para detener</translation>
    </message>
    <message>
        <source>Pause reading aloud, or go on</source>
        <translation>Hacer una pausa en la lectura en voz alta, o seguir</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Handouts</source>
        <translation>Hojas para llevar</translation>
    </message>
    <message>
        <source>Make a handout</source>
        <translation>Preparar una hoja para llevar</translation>
    </message>
    <message>
        <source>In the handout&apos;s window: print</source>
        <translation>En la ventana de la hoja: imprimir</translation>
    </message>
    <message>
        <source>In the handout&apos;s window: save as PDF</source>
        <translation>En la ventana de la hoja: guardar como PDF</translation>
    </message>
    <message>
        <source>Larger preview</source>
        <translation>Vista previa más grande</translation>
    </message>
    <message>
        <source>Smaller preview</source>
        <translation>Vista previa más pequeña</translation>
    </message>
    <message>
        <source>Preview in its usual size</source>
        <translation>Vista previa de tamaño normal</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>La clínica</translation>
    </message>
    <message>
        <source>Set the clinic&apos;s name, numbers, logo, paper and languages</source>
        <translation>Poner el nombre, los números, el logotipo, el papel y los idiomas de la clínica</translation>
    </message>
    <message>
        <source>In the clinic&apos;s settings: save</source>
        <translation>En la configuración de la clínica: guardar</translation>
    </message>
    <message>
        <source>What the keys do</source>
        <translation>Qué hacen las teclas</translation>
    </message>
    <message>
        <source>All that the mouse does can be done by these keys. Escape closes this page.</source>
        <translation>Todo lo que se hace con el mouse se puede hacer con estas teclas. Esc cierra esta página.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tecla</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
    <message>
        <source>or</source>
        <translation>o</translation>
    </message>
    <message>
        <source>comma</source>
        <translation>coma</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>más</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>menos</translation>
    </message>
    <message>
        <source>equals sign</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>On the page: go on to the next heading</source>
        <translation>En la página: ir al título siguiente</translation>
    </message>
    <message>
        <source>On the page: go back to the heading before</source>
        <translation>En la página: volver al título anterior</translation>
    </message>
    <message>
        <source>List the headings of the page</source>
        <translation>Mostrar la lista de títulos de la página</translation>
    </message>
    <message>
        <source>Turn the text cursor on or off; arrow keys move it</source>
        <translation>Activar o desactivar el cursor de texto; las flechas lo mueven</translation>
    </message>
</context>
<context>
    <name>KioskBar</name>
    <message>
        <source>Toolbar</source>
        <translation>Barra de herramientas</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Empezar de nuevo</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Get help</source>
        <translation>Pedir ayuda</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
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
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
</context>
<context>
    <name>KioskHome</name>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
</context>
<context>
    <name>KioskPrinter</name>
    <message>
        <source>Your page is on its way. Please wait at the printer.</source>
        <translation>Su página está en camino. Espere junto a la impresora, por favor.</translation>
    </message>
    <message>
        <source>The printer is busy. Please try again in a moment.</source>
        <translation>La impresora está ocupada. Inténtelo de nuevo en un momento, por favor.</translation>
    </message>
    <message>
        <source>No printer is set.</source>
        <translation>No hay impresora configurada.</translation>
    </message>
    <message>
        <source>Your page was sent to the printer. If it does not come, please ask the staff.</source>
        <translation>Su página se envió a la impresora. Si no sale, pregunte al personal, por favor.</translation>
    </message>
    <message>
        <source>The printer cannot print more right now. Please ask the staff.</source>
        <translation>La impresora no puede imprimir más por ahora. Pregunte al personal, por favor.</translation>
    </message>
    <message>
        <source>You have printed all that you can here. Please ask the staff for more.</source>
        <translation>Ya imprimió todo lo que se puede aquí. Si necesita más, pídalo al personal, por favor.</translation>
    </message>
    <message>
        <source>{}: ready</source>
        <translation>{}: lista</translation>
    </message>
    <message>
        <source>{}: printing</source>
        <translation>{}: imprimiendo</translation>
    </message>
    <message>
        <source>{}: not found on this computer</source>
        <translation>{}: no se encuentra en esta computadora</translation>
    </message>
    <message>
        <source>Printing. Please wait at the printer.</source>
        <translation>Imprimiendo. Espere junto a la impresora, por favor.</translation>
    </message>
    <message>
        <source>Handout</source>
        <translation>Hoja para llevar</translation>
    </message>
    <message>
        <source>The printer did not print your page. Please ask the staff.</source>
        <translation>La impresora no imprimió su página. Pregunte al personal, por favor.</translation>
    </message>
    <message>
        <source>This page could not be printed. Please ask the staff.</source>
        <translation>No se pudo imprimir esta página. Pregunte al personal, por favor.</translation>
    </message>
    <message>
        <source>Please ask the staff to print this for you.</source>
        <translation>Pida al personal que se lo imprima, por favor.</translation>
    </message>
    <message>
        <source>{}: stopped, or reports an error</source>
        <translation>{}: detenida, o indica un error</translation>
    </message>
    <message>
        <source>The printer was not found.</source>
        <translation>No se encontró la impresora.</translation>
    </message>
    <message>
        <source>The printer was stopped.</source>
        <translation>La impresora estaba detenida.</translation>
    </message>
    <message>
        <source>The last page could not be put together. Have the topic checked.</source>
        <translation>No se pudo preparar la última página. Haga revisar el tema.</translation>
    </message>
    <message>
        <source>The last page could not be typeset. Try it on a laptop to see why.</source>
        <translation>No se pudo componer la última página. Pruebe en una computadora portátil para ver por qué.</translation>
    </message>
    <message>
        <source>The part that makes pages has stopped.</source>
        <translation>La parte que prepara las páginas se detuvo.</translation>
    </message>
    <message>
        <source>The last page took longer than a minute.</source>
        <translation>La última página tardó más de un minuto.</translation>
    </message>
    <message>
        <source>The last page could not be read.</source>
        <translation>No se pudo leer la última página.</translation>
    </message>
    <message>
        <source>The printer did not take the last page.</source>
        <translation>La impresora no aceptó la última página.</translation>
    </message>
    <message>
        <source>The printer is not ready. Please ask the staff to print this for you.</source>
        <translation>La impresora no está lista. Pida al personal que se lo imprima, por favor.</translation>
    </message>
</context>
<context>
    <name>KioskSide</name>
    <message>
        <source>Up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Bajar</translation>
    </message>
</context>
<context>
    <name>KioskStatus</name>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenido</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Impresora</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>En marcha desde hace</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>{name}: place {place}</source>
        <translation>{name}: lugar {place}</translation>
    </message>
</context>
<context>
    <name>LanguageRow</name>
    <message>
        <source>Offer {}</source>
        <translation>Ofrecer {}</translation>
    </message>
    <message>
        <source>Move {} up</source>
        <translation>Subir {}</translation>
    </message>
    <message>
        <source>Move {} down</source>
        <translation>Bajar {}</translation>
    </message>
</context>
<context>
    <name>LaptopSpeech</name>
    <message>
        <source>This computer has no voice for {}. Text in that language will not be read aloud.</source>
        <translation>Esta computadora no tiene voz para este idioma: {}. El texto en ese idioma no se leerá en voz alta.</translation>
    </message>
    <message>
        <source>No sound is coming out. Turn on the sound or your headphones, then press Listen again.</source>
        <translation>No sale ningún sonido. Encienda el sonido o los audífonos y pulse Escuchar otra vez.</translation>
    </message>
    <message>
        <source>The voice is not working. Check that the sound is on, then press Listen again.</source>
        <translation>La voz no funciona. Compruebe que el sonido esté encendido y pulse Escuchar otra vez.</translation>
    </message>
    <message>
        <source>This computer cannot read aloud yet. Install the packages speech-dispatcher and speech-dispatcher-espeak-ng, then press Listen again.</source>
        <translation>Esta computadora todavía no puede leer en voz alta. Instale los paquetes speech-dispatcher y speech-dispatcher-espeak-ng y pulse Escuchar otra vez.</translation>
    </message>
    <message>
        <source>This computer cannot read aloud yet. Add a voice in the system&apos;s settings for speech, then press Listen again.</source>
        <translation>Esta computadora todavía no puede leer en voz alta. Agregue una voz en la configuración de voz del sistema y pulse Escuchar otra vez.</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Use headphones if you have them. Others can hear the sound.</source>
        <translation>Use audífonos si los tiene. Otras personas pueden oír el sonido.</translation>
    </message>
    <message>
        <source>Volume {} of {}</source>
        <translation>Volumen {} de {}</translation>
    </message>
    <message>
        <source>Speed {} of {}</source>
        <translation>Velocidad {} de {}</translation>
    </message>
</context>
<context>
    <name>ListeningBar</name>
    <message>
        <source>Reading aloud</source>
        <translation>Lectura en voz alta</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Más lento</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Más rápido</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Paused at sentence {} of {}</source>
        <translation>En pausa en la frase {} de {}</translation>
    </message>
    <message>
        <source>Sentence {} of {}</source>
        <translation>Frase {} de {}</translation>
    </message>
    <message>
        <source>Very slow</source>
        <translation>Muy lento</translation>
    </message>
    <message>
        <source>Slow</source>
        <translation>Lento</translation>
    </message>
    <message>
        <source>Usual speed</source>
        <translation>Velocidad normal</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Rápido</translation>
    </message>
    <message>
        <source>Very fast</source>
        <translation>Muy rápido</translation>
    </message>
</context>
<context>
    <name>LogoChoice</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>Elegir un logotipo</translation>
    </message>
    <message>
        <source>Remove the logo</source>
        <translation>Quitar el logotipo</translation>
    </message>
    <message>
        <source>{} cannot be used as a logo. Choose a PNG or a plain SVG drawing, no larger than 4 MiB or 4,096 pixels on a side.</source>
        <translation>{} no se puede usar como logotipo. Elija una imagen PNG o un dibujo SVG sencillo, de 4 MiB y 4096 píxeles por lado como máximo.</translation>
    </message>
    <message>
        <source>Pictures ({})</source>
        <translation>Imágenes ({})</translation>
    </message>
    <message>
        <source>Logo: {}</source>
        <translation>Logotipo: {}</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Sin logotipo</translation>
    </message>
</context>
<context>
    <name>NumberQuestion</name>
    <message>
        <source>Pages and handouts will say: “Call {} now”. People dial it when a life is in danger. Is it the right number for this place?</source>
        <translation>Las páginas y las hojas impresas dirán: «Llame al {} ahora». La gente lo marca cuando hay una vida en peligro. ¿Es el número correcto para este lugar?</translation>
    </message>
    <message>
        <source>Yes, {} is right here</source>
        <translation>Sí, {} es correcto aquí</translation>
    </message>
    <message>
        <source>Pages and handouts will name no number. They will say: “Call your local emergency number now”. Is that right for this place?</source>
        <translation>Las páginas y las hojas impresas no darán ningún número. Dirán: «Llame al número local de emergencias ahora». ¿Es correcto para este lugar?</translation>
    </message>
    <message>
        <source>Yes, name no number</source>
        <translation>Sí, sin número</translation>
    </message>
</context>
<context>
    <name>OtherLevel</name>
    <message>
        <source>All read this page</source>
        <translation>Esta página es para todos</translation>
    </message>
    <message>
        <source>Plain language</source>
        <translation>Lenguaje sencillo</translation>
    </message>
    <message>
        <source>Text for health workers</source>
        <translation>Texto para personal de salud</translation>
    </message>
</context>
<context>
    <name>PageCaret</name>
    <message>
        <source>Headings</source>
        <translation>Títulos</translation>
    </message>
    <message>
        <source>Level {}</source>
        <translation>Nivel {}</translation>
    </message>
    <message>
        <source>No more headings</source>
        <translation>No hay más títulos</translation>
    </message>
    <message>
        <source>First heading</source>
        <translation>Primer título</translation>
    </message>
    <message>
        <source>Text cursor on</source>
        <translation>Cursor de texto activado</translation>
    </message>
    <message>
        <source>Text cursor off</source>
        <translation>Cursor de texto desactivado</translation>
    </message>
</context>
<context>
    <name>PageNews</name>
    <message>
        <source>Plain language</source>
        <translation>Lenguaje sencillo</translation>
    </message>
    <message>
        <source>Clinical text</source>
        <translation>Texto clínico</translation>
    </message>
    <message>
        <source>Text size {} %</source>
        <translation>Tamaño del texto: {} %</translation>
    </message>
    <message>
        <source>Colors changed</source>
        <translation>Los colores han cambiado</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page</source>
        <translation>Página</translation>
    </message>
    <message>
        <source>Listen from here</source>
        <translation>Escuchar desde aquí</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Page {} of {}</source>
        <translation>Página {} de {}</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Delete</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>Aceptar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <source>Close without saving?</source>
        <translation>¿Cerrar sin guardar?</translation>
    </message>
    <message>
        <source>Your changes are not saved yet.</source>
        <translation>Sus cambios todavía no se han guardado.</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Descartar los cambios</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Seguir editando</translation>
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
    <name>Rows</name>
    <message>
        <source>Topics</source>
        <translation>Temas</translation>
    </message>
    <message>
        <source>{} of {}</source>
        <translation>{} de {}</translation>
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
    <name>SpacingPanel</name>
    <message>
        <source>Text spacing</source>
        <translation>Espaciado del texto</translation>
    </message>
    <message>
        <source>More space can make reading easier. The page changes at once.</source>
        <translation>Con más espacio puede ser más fácil leer. La página cambia al instante.</translation>
    </message>
    <message>
        <source>Back to normal</source>
        <translation>Volver al espaciado normal</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Líneas</translation>
    </message>
    <message>
        <source>Lines closer</source>
        <translation>Líneas más juntas</translation>
    </message>
    <message>
        <source>Lines further apart</source>
        <translation>Líneas más separadas</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Letras</translation>
    </message>
    <message>
        <source>Letters closer</source>
        <translation>Letras más juntas</translation>
    </message>
    <message>
        <source>Letters further apart</source>
        <translation>Letras más separadas</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Palabras</translation>
    </message>
    <message>
        <source>Words closer</source>
        <translation>Palabras más juntas</translation>
    </message>
    <message>
        <source>Words further apart</source>
        <translation>Palabras más separadas</translation>
    </message>
    <message>
        <source>Paragraphs</source>
        <translation>Párrafos</translation>
    </message>
    <message>
        <source>Paragraphs closer</source>
        <translation>Párrafos más juntos</translation>
    </message>
    <message>
        <source>Paragraphs further apart</source>
        <translation>Párrafos más separados</translation>
    </message>
    <message>
        <source>Step {} of {}</source>
        <translation>Paso {} de {}</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>This screen has no voice for this language. Please ask the staff.</source>
        <translation>Esta pantalla no tiene voz para este idioma. Pregunte al personal, por favor.</translation>
    </message>
    <message>
        <source>There is no sound now. Please ask the staff.</source>
        <translation>Ahora no hay sonido. Pregunte al personal, por favor.</translation>
    </message>
    <message>
        <source>This screen cannot read aloud now. Please ask the staff.</source>
        <translation>Esta pantalla no puede leer en voz alta ahora. Pregunte al personal, por favor.</translation>
    </message>
</context>
<context>
    <name>SpokenMode</name>
    <message>
        <source>Spoken mode is on.</source>
        <translation>El modo hablado está encendido.</translation>
    </message>
    <message>
        <source>Touch the screen to hear what is under your finger.</source>
        <translation>Toque la pantalla para oír lo que hay bajo su dedo.</translation>
    </message>
    <message>
        <source>Touch the same thing again to choose it.</source>
        <translation>Toque lo mismo otra vez para elegirlo.</translation>
    </message>
    <message>
        <source>On a keyboard, press Tab to move to the next thing, and Enter to choose it.</source>
        <translation>En un teclado, pulse Tab para pasar a lo siguiente y Enter para elegirlo.</translation>
    </message>
    <message>
        <source>To turn spoken mode off, hold one finger still in the middle of the screen for 3 seconds, or press F4.</source>
        <translation>Para apagar el modo hablado, mantenga un dedo quieto en el centro de la pantalla durante 3 segundos, o pulse F4.</translation>
    </message>
    <message>
        <source>Spoken mode is off.</source>
        <translation>El modo hablado está apagado.</translation>
    </message>
    <message>
        <source>To keep using this screen, touch it twice.</source>
        <translation>Para seguir usando esta pantalla, tóquela dos veces.</translation>
    </message>
    <message>
        <source>To hear this page, choose Listen. Or touch its words.</source>
        <translation>Para oír esta página, elija Escuchar. O toque sus palabras.</translation>
    </message>
</context>
<context>
    <name>SpokenPage</name>
    <message>
        <source>(blank)</source>
        <translation>(en blanco)</translation>
    </message>
    <message>
        <source>Explained in the glossary</source>
        <translation>Se explica en el glosario</translation>
    </message>
</context>
<context>
    <name>StaffPanel</name>
    <message>
        <source>That PIN is wrong. Tries left: {count}</source>
        <translation>Ese PIN no es correcto. Intentos que quedan: {count}</translation>
    </message>
    <message>
        <source>Too many wrong tries. You can try again in {time}.</source>
        <translation>Demasiados intentos fallidos. Podrá intentarlo de nuevo en {time}.</translation>
    </message>
    <message>
        <source>You can try again now.</source>
        <translation>Ya puede intentarlo de nuevo.</translation>
    </message>
</context>
<context>
    <name>StaffView</name>
    <message>
        <source>Type the staff’s PIN.</source>
        <translation>Escriba el PIN del personal.</translation>
    </message>
    <message>
        <source>No PIN has been set for this screen yet, so there is nothing to unlock here.

To set one, type “careleaf pin” on any computer that has Careleaf. Put the line that it prints into the clinic’s settings, clinic.yaml, and start this screen again.</source>
        <translation>Esta pantalla aún no tiene PIN, así que aquí no hay nada que desbloquear.

Para ponerle uno, escriba «careleaf pin» en cualquier computadora que tenga Careleaf. Ponga la línea que escribe en la configuración de la clínica, clinic.yaml, y vuelva a iniciar esta pantalla.</translation>
    </message>
    <message>
        <source>Digits typed: {count}</source>
        <translation>Cifras escritas: {count}</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reload content</source>
        <translation>Volver a cargar el contenido</translation>
    </message>
    <message>
        <source>Leave kiosk</source>
        <translation>Salir del quiosco</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
    <name>StillThere</name>
    <message>
        <source>Are you still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>If not, this screen will go back to the start for the next person.</source>
        <translation>Si no, esta pantalla volverá al inicio para la siguiente persona.</translation>
    </message>
    <message>
        <source>Yes, I am still here</source>
        <translation>Sí, sigo aquí</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>Necesito más tiempo</translation>
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
        <source>More</source>
        <translation>Más</translation>
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
        <translation>Colores</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Escuchar</translation>
    </message>
    <message>
        <source>Plain language</source>
        <translation>Lenguaje sencillo</translation>
    </message>
    <message>
        <source>Text spacing…</source>
        <translation>Espaciado…</translation>
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
    <message>
        <source>Handout</source>
        <translation>Hoja para llevar</translation>
    </message>
    <message>
        <source>Open a topic first.</source>
        <translation>Primero abra un tema.</translation>
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
    <name>TopicsPanel</name>
    <message>
        <source>Still looking…</source>
        <translation>Todavía estamos buscando…</translation>
    </message>
    <message>
        <source>Nothing found. Try fewer letters.</source>
        <translation>No se encontró nada. Pruebe con menos letras.</translation>
    </message>
    <message>
        <source>{} found</source>
        <translation>Resultados: {}</translation>
    </message>
    <message>
        <source>All topics</source>
        <translation>Todos los temas</translation>
    </message>
</context>
<context>
    <name>UnderFinger</name>
    <message>
        <source>Touch again to go on.</source>
        <translation>Toque otra vez para seguir usando esta pantalla.</translation>
    </message>
    <message>
        <source>you can type here.</source>
        <translation>aquí puede escribir.</translation>
    </message>
    <message>
        <source>opens a page</source>
        <translation>abre una página</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>título</translation>
    </message>
    <message>
        <source>language, chosen</source>
        <translation>idioma, elegido</translation>
    </message>
    <message>
        <source>language</source>
        <translation>idioma</translation>
    </message>
    <message>
        <source>button</source>
        <translation>botón</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>encendido</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>apagado</translation>
    </message>
    <message>
        <source>cannot be used now</source>
        <translation>ahora no se puede usar</translation>
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
