declare module '@fontsource-variable/inter'
declare module '@fontsource-variable/source-serif-4'
declare module '@fontsource/ibm-plex-sans-arabic/*.css'
