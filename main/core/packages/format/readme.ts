/**
 * `README.txt` of every package: how to check it with stock tools, ten years from now (PACKAGES.md §1.1, §1.5).
 * Constant. A change makes new packages differ from old ones, and nothing else.
 */
export const readmeText = `CONCERTATION

FRANÇAIS
Ce fichier est un paquet du programme Concertation. Ouvrez-le avec l’application Concertation : elle vérifie
la signature, l’expéditeur et le contenu, et dit ce qu’elle a trouvé.
Sans l’application, avec des outils courants :
1. Déchiffrer (si le fichier est chiffré) :  age -d -i cle.txt -o paquet.zip fichier.colis
2. Extraire :                               unzip paquet.zip -d paquet
3. Vérifier la signature, dans le dossier « paquet » (sous Windows : cmd.exe ou Git Bash, pas PowerShell) :
   ssh-keygen -Y verify -f allowed_signers -I CI -n concertation-report-v1 -s datapackage.json.sig < datapackage.json
   « CI » est le code de l’expéditeur (clé « from » de datapackage.json), « report » la nature du paquet (clé « kind »).
   Pour un registre (« register »), écrivez ROOT au lieu du code.
   Le fichier allowed_signers vient de l’application : concertation --tool package allowed-signers
4. Comparer chaque fichier à son empreinte : sha256sum donne la valeur « hash » inscrite dans datapackage.json.
Les tableaux (data/*.ndjson) contiennent un objet JSON par ligne. Les pièces jointes (blobs/) n’ont pas d’extension.

ENGLISH
This file is a package of the Concertation programme. Open it with the Concertation application: it checks the
signature, the sender and the content, and says what it found.
Without the application, with common tools:
1. Decrypt (if the file is encrypted):  age -d -i key.txt -o package.zip file.colis
2. Extract:                             unzip package.zip -d package
3. Verify the signature, in the folder "package" (on Windows: cmd.exe or Git Bash, not PowerShell):
   ssh-keygen -Y verify -f allowed_signers -I CI -n concertation-report-v1 -s datapackage.json.sig < datapackage.json
   "CI" is the sender's code (key "from" of datapackage.json), "report" the kind of package (key "kind").
   For a register, write ROOT instead of the code.
   The file allowed_signers comes from the application: concertation --tool package allowed-signers
4. Compare each file with its digest: sha256sum gives the value "hash" that stands in datapackage.json.
Tables (data/*.ndjson) hold one JSON object a line. Attachments (blobs/) have no extension.

العربية
هذا الملف حزمة من برنامج «كونسرتاسيون». افتحه بتطبيق Concertation، فهو يتحقق من التوقيع والمرسل والمحتوى ويعرض النتيجة.
من دون التطبيق، بأدوات شائعة:
1. فك التشفير (إن كان الملف مشفّرًا):
   age -d -i key.txt -o package.zip file.colis
2. الاستخراج:
   unzip package.zip -d package
3. التحقق من التوقيع داخل المجلد package (في ويندوز: cmd.exe أو Git Bash وليس PowerShell):
   ssh-keygen -Y verify -f allowed_signers -I CI -n concertation-report-v1 -s datapackage.json.sig < datapackage.json
   حيث CI رمز المرسل (المفتاح from) و report نوع الحزمة (المفتاح kind)؛ وللسجل register اكتب ROOT بدل الرمز.
   يصدر الملف allowed_signers عن التطبيق:
   concertation --tool package allowed-signers
4. مقارنة كل ملف ببصمته: يعطي sha256sum القيمة hash المكتوبة في datapackage.json.
`;
